// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.report;

import dev.weir.benchmarks.cell.CellResult;
import dev.weir.benchmarks.cell.CellWorkload;
import dev.weir.benchmarks.cell.PipelineCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Ratio of two medians with its target.
 *
 * @param name dividend and divisor
 * @param measured the ratio
 * @param target its minimum
 */
record TargetRatio(String name, double measured, double target) {

  private static final double JOB_TO_LOOP = 2.0 / 3;
  private static final double ROCKSDB_TO_HASHMAP = 0.4;
  private static final double MANY_SERIES_TO_FEW = 0.75;
  private static final double JOB_TO_FOREST = 30;
  private static final double FOREST_TO_JOB_BYTES = 500;

  /** All ratios whose two cells were measured. */
  static List<TargetRatio> of(List<CellFigures> cells) {
    List<TargetRatio> all = new ArrayList<>();
    for (CellFigures cell : cells) {
      switch (cell.cell().workload()) {
        case WEIR_HASHMAP -> addJob(cell, cells, all);
        case WEIR_ROCKSDB ->
            find(cells, CellWorkload.WEIR_HASHMAP, cell.cell().keys(), cell.cell().slots())
                .ifPresent(heap -> all.add(speed(cell, heap, ROCKSDB_TO_HASHMAP)));
        case RCF, RCF_SMALL -> addForest(cell, cells, all);
        case WEIR_ROCKSDB_ALONE, LOOP_KERNEL, LOOP_DETECTOR, WEIR_LATENCY -> {}
      }
    }
    return all;
  }

  private static void addJob(CellFigures job, List<CellFigures> cells, List<TargetRatio> all) {
    find(cells, CellWorkload.LOOP_KERNEL, job.cell().keys(), 1)
        .ifPresent(loop -> all.add(speed(job, loop, JOB_TO_LOOP)));
    fewestKeys(cells, job.cell().slots())
        .filter(fewest -> fewest != job)
        .ifPresent(fewest -> all.add(speed(job, fewest, MANY_SERIES_TO_FEW)));
  }

  private static void addForest(
      CellFigures forest, List<CellFigures> cells, List<TargetRatio> all) {
    fewestKeys(cells, forest.cell().slots())
        .ifPresent(
            job -> {
              all.add(speed(job, forest, JOB_TO_FOREST));
              all.add(size("checkpoint", CellResult.CHECKPOINT, forest, mostKeys(cells, job)));
              all.add(size("heap", CellResult.STATE_HEAP, forest, mostKeys(cells, job)));
            });
  }

  private static TargetRatio speed(CellFigures measured, CellFigures reference, double target) {
    return new TargetRatio(
        measured.cell().name() + " / " + reference.cell().name(),
        measured.perCore().median() / reference.perCore().median(),
        target);
  }

  private static TargetRatio size(String label, String size, CellFigures forest, CellFigures job) {
    ToDoubleFunction<CellFigures> bytes = cell -> cell.bytesPerSeries(size);
    return new TargetRatio(
        label + " per series: " + forest.cell().name() + " / " + job.cell().name(),
        bytes.applyAsDouble(forest) / bytes.applyAsDouble(job),
        FOREST_TO_JOB_BYTES);
  }

  private static Optional<CellFigures> find(
      List<CellFigures> cells, CellWorkload workload, int keys, int slots) {
    return cells.stream()
        .filter(c -> c.cell().equals(new PipelineCell(workload, keys, slots)))
        .findFirst();
  }

  private static Optional<CellFigures> fewestKeys(List<CellFigures> cells, int slots) {
    return cells.stream()
        .filter(c -> c.cell().workload() == CellWorkload.WEIR_HASHMAP && c.cell().slots() == slots)
        .min(Comparator.comparingInt(c -> c.cell().keys()));
  }

  /** The job with the most series, in which the fixed memory of a process counts least. */
  private static CellFigures mostKeys(List<CellFigures> cells, CellFigures otherwise) {
    return cells.stream()
        .filter(c -> c.cell().workload() == CellWorkload.WEIR_HASHMAP)
        .max(Comparator.comparingInt(c -> c.cell().keys()))
        .orElse(otherwise);
  }
}
