/**
 * State layout: the state of all stages of one series in one byte array.
 *
 * <p>{@link dev.weir.state.SeriesBytes} assigns a section to each state class, which reads and
 * writes its fields by name. One array per series is fast to cache, to copy and to checkpoint; an
 * object per stage would need twice the memory and cause a cache miss per object.
 *
 * <p>Input and output: the bytes of a checkpoint. Invariants: sections are assigned in the order of
 * construction and never overlap; all series of a model have the same layout.
 */
@NullMarked
package dev.weir.state;

import org.jspecify.annotations.NullMarked;
