// SPDX-License-Identifier: Apache-2.0
package dev.weir.series;

import java.util.ArrayList;
import java.util.List;

/** A {@link ReorderOutput} that collects the points. */
final class RecordedArrivals implements ReorderOutput {

  final List<Observation> released = new ArrayList<>();
  final List<Observation> duplicates = new ArrayList<>();
  final List<Observation> late = new ArrayList<>();

  @Override
  public void release(Observation point) {
    released.add(point);
  }

  @Override
  public void duplicate(Observation point) {
    duplicates.add(point);
  }

  @Override
  public void late(Observation point) {
    late.add(point);
  }

  int all() {
    return released.size() + duplicates.size() + late.size();
  }

  List<Long> times() {
    return released.stream().map(Observation::timeMillis).toList();
  }

  List<Double> values() {
    return released.stream().map(point -> point.values()[0]).toList();
  }
}
