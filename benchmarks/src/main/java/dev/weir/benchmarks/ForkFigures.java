// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** One benchmark on one JDK: a figure a fork, in the order measured. */
final class ForkFigures {

  private final List<Double> nanos = new ArrayList<>();
  private final List<Double> allocatedBytes = new ArrayList<>();

  void add(double nanosPerOperation, double bytesPerOperation) {
    nanos.add(nanosPerOperation);
    allocatedBytes.add(bytesPerOperation);
  }

  /** Nanoseconds an operation. */
  public List<Double> getNanos() {
    return List.copyOf(nanos);
  }

  /** Bytes allocated an operation. */
  public List<Double> getAllocatedBytes() {
    return List.copyOf(allocatedBytes);
  }

  Spread spread() {
    return spread(nanos);
  }

  double medianBytes() {
    return spread(allocatedBytes).median();
  }

  private static Spread spread(List<Double> values) {
    return Spread.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
