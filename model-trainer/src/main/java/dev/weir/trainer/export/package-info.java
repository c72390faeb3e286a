/**
 * Offline stage 5, export: a trained network in DJL -> a model artifact of the core.
 *
 * <p>Invariants: the core's forecaster gives what DJL gives on the exported weights, proven before
 * the artifact exists; the artifact tells which data, options, seed and versions made it.
 */
@NullMarked
package dev.weir.trainer.export;

import org.jspecify.annotations.NullMarked;
