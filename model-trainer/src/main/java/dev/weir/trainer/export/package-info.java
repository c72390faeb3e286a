/**
 * Offline stage 5, export: a trained network -> a model artifact.
 *
 * <p>Input: {@link dev.weir.trainer.network.ForecastNetwork}. Output: {@link
 * dev.weir.artifact.ModelArtifact}. Invariants: the core's forecaster computes the same outputs as
 * DJL on the exported weights; the artifact records data, options, seed and versions.
 */
@NullMarked
package dev.weir.trainer.export;

import org.jspecify.annotations.NullMarked;
