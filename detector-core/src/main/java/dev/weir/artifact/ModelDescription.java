// SPDX-License-Identifier: Apache-2.0
package dev.weir.artifact;

import dev.weir.forecast.Architecture;
import java.util.List;
import java.util.Map;

/**
 * The content of {@code model.json}; the components are its fields, in their order.
 *
 * @param format version of the format
 * @param weightsSha256 SHA-256 of {@code weights.safetensors}, hexadecimal
 * @param parameters number of weights
 * @param calibrationBlocks blocks of {@link dev.weir.score.Calibration}
 * @param golden golden vectors of the network
 */
record ModelDescription(
    int format,
    String name,
    List<String> features,
    Architecture architecture,
    String weightsSha256,
    int parameters,
    long[] calibrationBlocks,
    Map<String, Double> metrics,
    Map<String, String> provenance,
    GoldenVectors golden) {}
