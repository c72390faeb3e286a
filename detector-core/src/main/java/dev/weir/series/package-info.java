/**
 * Stage 2, series: arrived points -> points in time order -> scaled network inputs.
 *
 * <p>{@link dev.weir.series.ReorderBuffer} releases points in time order and applies the duplicate
 * policy. {@link dev.weir.series.SeriesClock} learns the typical interval of a series and detects
 * gaps. {@link dev.weir.series.Scaler} normalises the points. The trainer computes inputs and
 * targets with the same classes.
 *
 * <p>Input: {@link dev.weir.series.Observation}s in order of arrival. Output: {@code [2 * feature]}
 * network inputs. Invariants: no result depends on a later point; points offered = released +
 * duplicate + late + buffered.
 */
@NullMarked
package dev.weir.series;

import org.jspecify.annotations.NullMarked;
