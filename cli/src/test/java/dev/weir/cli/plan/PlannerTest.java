// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final Machine MACHINE = new Machine(16, 64, 0.5);

  private final Planner planner = new Planner(MeasuredFigures.read());

  private static Workload load(long series, double every, int hidden, StateBackendKind backend) {
    return new Workload(series, every, hidden, backend, 60);
  }

  @Test
  void plan_tenTimesTheSeries_needsTenTimesTheResources() {
    Plan one = planner.plan(load(100_000_000, 60, 32, StateBackendKind.HASHMAP), MACHINE);
    Plan ten = planner.plan(load(1_000_000_000, 60, 32, StateBackendKind.HASHMAP), MACHINE);
    assertThat(ten.memoryBytes()).isCloseTo(10 * one.memoryBytes(), within(1.0));
    assertThat(ten.cores()).isBetween(10 * one.cores() - 9, 10 * one.cores());
    assertThat(ten.machines()).isBetween(10 * one.machines() - 9, 10 * one.machines());
  }

  @Test
  void plan_largerNetwork_needsMoreCoresAndMemory() {
    Plan small = planner.plan(load(10_000_000, 10, 32, StateBackendKind.ROCKSDB), MACHINE);
    Plan large = planner.plan(load(10_000_000, 10, 128, StateBackendKind.ROCKSDB), MACHINE);
    assertThat(large.eventsPerSecondPerCore()).isLessThan(small.eventsPerSecondPerCore());
    assertThat(large.memoryBytesPerSeries() - small.memoryBytesPerSeries()).isEqualTo(96 * 8);
    assertThat(large.cores()).isGreaterThan(small.cores());
  }

  @Test
  void plan_rocksdb_writesChangedSeriesOnly() {
    Plan heap = planner.plan(load(1_000_000, 600, 32, StateBackendKind.HASHMAP), MACHINE);
    Plan files = planner.plan(load(1_000_000, 600, 32, StateBackendKind.ROCKSDB), MACHINE);
    assertThat(heap.checkpointWrittenBytes()).isEqualTo(heap.checkpointBytes());
    assertThat(files.checkpointWrittenBytes()).isEqualTo(files.checkpointBytes() / 10);
  }

  @Test
  void plan_hasASlotPerMachineAndAPartitionPerSlot() {
    Plan plan = planner.plan(load(1_000_000_000, 3600, 32, StateBackendKind.HASHMAP), MACHINE);
    assertThat(plan.slots()).isGreaterThanOrEqualTo(plan.machines());
    assertThat(plan.partitions()).isGreaterThanOrEqualTo(plan.slots());
    assertThat(plan.machines()).isEqualTo(plan.machinesForMemory());
  }

  @Test
  void plan_moreSlotsThanMaxParallelism_hasSeveralJobs() {
    Plan plan = planner.plan(load(1_000_000_000, 0.1, 32, StateBackendKind.ROCKSDB), MACHINE);
    assertThat(plan.jobs()).isEqualTo(-Math.floorDiv(-plan.slots(), Planner.MAX_PARALLELISM));
    assertThat(plan.jobs()).isGreaterThan(1);
  }

  @Test
  void workload_outOfRange_namesOptionAndValue() {
    assertThatThrownBy(() -> load(0, 60, 32, StateBackendKind.HASHMAP))
        .hasMessageContaining("--series")
        .hasMessageContaining("found=0");
    assertThatThrownBy(() -> load(1, Double.NaN, 32, StateBackendKind.HASHMAP))
        .hasMessageContaining("--every")
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Machine(16, 64, 1)).hasMessageContaining("--headroom");
  }

  @Test
  void measuredFigures_haveMeaningAndCommand() {
    assertThat(MeasuredFigures.read().figures().values())
        .isNotEmpty()
        .allSatisfy(
            figure -> {
              assertThat(figure.value()).isPositive();
              assertThat(figure.what()).isNotBlank();
              assertThat(figure.command()).isNotBlank();
            });
  }
}
