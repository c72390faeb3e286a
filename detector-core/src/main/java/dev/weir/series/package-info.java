/**
 * Stage 2, one series in order: arrivals -> observations in time order -> scaled network inputs.
 *
 * <p>{@link dev.weir.series.ReorderBuffer} applies the one policy for equal and backward times,
 * {@link dev.weir.series.SeriesClock} learns the series' interval and finds gaps, {@link
 * dev.weir.series.Scaler} normalises causally: nothing here ever looks at a later point. The
 * trainer reads its inputs and targets from these same classes.
 *
 * <p>Invariant: points offered = released + duplicate + late + still buffered.
 */
@NullMarked
package dev.weir.series;

import org.jspecify.annotations.NullMarked;
