// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

/**
 * Hash of a model's id in 8 bytes, short enough to be stored with every series: FNV-1a (Fowler,
 * Noll &amp; Vo; RFC 9923) over its characters. Two models have the same with a probability of 1 in
 * 10^19.
 */
final class ModelFingerprint {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private ModelFingerprint() {}

  static long of(String model) {
    long hash = OFFSET;
    for (int i = 0; i < model.length(); i++) {
      hash = (hash ^ model.charAt(i)) * PRIME;
    }
    return hash;
  }
}
