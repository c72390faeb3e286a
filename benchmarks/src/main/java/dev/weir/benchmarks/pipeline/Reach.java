// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * One ratio beside its limit.
 *
 * @param what is divided by what
 * @param found the ratio of medians
 * @param limit how large it has to be, at least
 */
record Reach(String what, double found, double limit) {

  private static final double JOB_TO_LOOP = 2.0 / 3;
  private static final double ROCKSDB_TO_HASHMAP = 0.4;
  private static final double FLAT = 0.75;
  private static final double JOB_TO_FOREST = 30;
  private static final double FOREST_TO_JOB_BYTES = 500;

  /** Every ratio whose two cells were measured. */
  static List<Reach> of(List<CellFigures> cells) {
    List<Reach> all = new ArrayList<>();
    for (CellFigures cell : cells) {
      switch (cell.cell().kind()) {
        case WEIR_HASHMAP -> addJob(cell, cells, all);
        case WEIR_ROCKSDB ->
            find(cells, Kind.WEIR_HASHMAP, cell.cell().keys(), cell.cell().slots())
                .ifPresent(heap -> all.add(speed(cell, heap, ROCKSDB_TO_HASHMAP)));
        case RCF, RCF_SMALL -> addForest(cell, cells, all);
        case WEIR_ROCKSDB_ALONE, LOOP_KERNEL, LOOP_DETECTOR, WEIR_LATENCY -> {}
      }
    }
    return all;
  }

  private static void addJob(CellFigures job, List<CellFigures> cells, List<Reach> all) {
    find(cells, Kind.LOOP_KERNEL, job.cell().keys(), 1)
        .ifPresent(loop -> all.add(speed(job, loop, JOB_TO_LOOP)));
    fewestKeys(cells, job.cell().slots())
        .filter(fewest -> fewest != job)
        .ifPresent(fewest -> all.add(speed(job, fewest, FLAT)));
  }

  private static void addForest(CellFigures forest, List<CellFigures> cells, List<Reach> all) {
    fewestKeys(cells, forest.cell().slots())
        .ifPresent(
            job -> {
              all.add(speed(job, forest, JOB_TO_FOREST));
              all.add(size("checkpoint", CellResult.CHECKPOINT, forest, largest(cells, job)));
              all.add(size("heap", CellResult.STATE_HEAP, forest, largest(cells, job)));
            });
  }

  private static Reach speed(CellFigures measured, CellFigures reference, double limit) {
    return new Reach(
        measured.cell().name() + " / " + reference.cell().name(),
        measured.perCore().median() / reference.perCore().median(),
        limit);
  }

  private static Reach size(String what, String name, CellFigures forest, CellFigures job) {
    ToDoubleFunction<CellFigures> bytes = cell -> cell.bytesOfSeries(name);
    return new Reach(
        what + " a series: " + forest.cell().name() + " / " + job.cell().name(),
        bytes.applyAsDouble(forest) / bytes.applyAsDouble(job),
        FOREST_TO_JOB_BYTES);
  }

  private static Optional<CellFigures> find(
      List<CellFigures> cells, Kind kind, int keys, int slots) {
    return cells.stream()
        .filter(c -> c.cell().equals(new PipelineCell(kind, keys, slots)))
        .findFirst();
  }

  private static Optional<CellFigures> fewestKeys(List<CellFigures> cells, int slots) {
    return cells.stream()
        .filter(c -> c.cell().kind() == Kind.WEIR_HASHMAP && c.cell().slots() == slots)
        .min((a, b) -> Integer.compare(a.cell().keys(), b.cell().keys()));
  }

  /** With the most series, where what a process needs besides them is spread thinnest. */
  private static CellFigures largest(List<CellFigures> cells, CellFigures otherwise) {
    return cells.stream()
        .filter(c -> c.cell().kind() == Kind.WEIR_HASHMAP)
        .max((a, b) -> Integer.compare(a.cell().keys(), b.cell().keys()))
        .orElse(otherwise);
  }
}
