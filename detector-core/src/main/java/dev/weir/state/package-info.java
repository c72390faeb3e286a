/**
 * What every stage keeps of a series, side by side in one array.
 *
 * <p>{@link dev.weir.state.SeriesBytes} hands out the places; each stage's state class reads and
 * writes its own by the name of what stands there. One array a series is what a cache, a checkpoint
 * and a copy are fast with; objects for each part take twice the memory and a cache miss each.
 *
 * <p>Invariants: places are handed out once, in the order of construction, and never overlap; the
 * bytes are those of a checkpoint.
 */
@NullMarked
package dev.weir.state;

import org.jspecify.annotations.NullMarked;
