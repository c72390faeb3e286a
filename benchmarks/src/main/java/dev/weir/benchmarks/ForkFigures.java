package dev.weir.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
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

  double median() {
    return median(nanos);
  }

  double medianBytes() {
    return median(allocatedBytes);
  }

  double smallest() {
    return Collections.min(nanos);
  }

  double largest() {
    return Collections.max(nanos);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
