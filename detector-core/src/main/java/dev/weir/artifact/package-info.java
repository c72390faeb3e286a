/**
 * A trained model's file, {@code *.weir}: what the trainer writes and the job reads.
 *
 * <p>A zip of {@code model.json} (format version, architecture, calibration, provenance, metrics,
 * golden vectors, hash of the weights) and {@code weights.safetensors} (PyTorch's parameter names),
 * so that Python opens it too. Never Java serialization. Invariant: what was read reproduces the
 * golden vectors; if not, nothing is returned.
 */
@NullMarked
package dev.weir.artifact;

import org.jspecify.annotations.NullMarked;
