// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.micro;

import dev.weir.benchmarks.report.Spread;
import java.util.ArrayList;
import java.util.List;

/**
 * Results of one benchmark on one JDK: a value per fork, in the order of the runs.
 *
 * @param nanos nanoseconds per operation
 * @param allocatedBytes bytes allocated per operation
 */
record ForkFigures(List<Double> nanos, List<Double> allocatedBytes) {

  ForkFigures() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  void add(double nanosPerOperation, double bytesPerOperation) {
    nanos.add(nanosPerOperation);
    allocatedBytes.add(bytesPerOperation);
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
