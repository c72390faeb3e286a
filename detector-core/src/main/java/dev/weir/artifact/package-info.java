/**
 * The artifact: the file of a trained model, {@code *.weir}.
 *
 * <p>The file is a zip of {@code model.json} (format version, architecture, calibration,
 * provenance, metrics, golden vectors, hash of the weights) and {@code weights.safetensors} (with
 * the parameter names of PyTorch). Python can read it. Java serialization is not used.
 *
 * <p>Input and output: the bytes of a file, a {@link dev.weir.artifact.ModelArtifact}. Invariants:
 * a model that was read reproduces its golden vectors, or reading fails; equal artifacts have equal
 * bytes.
 */
@NullMarked
package dev.weir.artifact;

import org.jspecify.annotations.NullMarked;
