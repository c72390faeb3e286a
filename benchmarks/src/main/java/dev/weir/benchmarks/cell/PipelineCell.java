// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.cell;

import dev.weir.artifact.ModelArtifact;
import dev.weir.benchmarks.load.TopicFiller;
import dev.weir.sandbox.model.RandomModel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of the benchmark, named {@code workload@KEYSxSLOTS}.
 *
 * @param workload the program that is measured
 * @param keys number of series
 * @param slots parallel subtasks; the consumer loops always have one thread
 */
public record PipelineCell(CellWorkload workload, int keys, int slots) {

  /** Model of all cells: an LSTM with hidden size 32. */
  public static final ModelArtifact MODEL = RandomModel.ofHidden(32);

  private static final Pattern NAME = Pattern.compile("([a-z-]+)@([0-9]{1,8})x([1-9][0-9]?)");

  /**
   * @throws IllegalArgumentException if the number of series is not a multiple of the partitions
   */
  public PipelineCell {
    if (keys == 0 || keys % TopicFiller.PARTITIONS != 0) {
      throw new IllegalArgumentException(
          "the number of series must be a multiple of the partitions: partitions="
              + TopicFiller.PARTITIONS
              + ", keys="
              + keys);
    }
  }

  /**
   * @throws IllegalArgumentException if the text is not the name of a cell
   */
  public static PipelineCell parse(String text) {
    Matcher matcher = NAME.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a cell must be named like weir-hashmap@10000x1 (workload, series, slots): found="
              + text);
    }
    return new PipelineCell(
        CellWorkload.of(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  /** Its name, which {@link #parse} reads. */
  public String name() {
    return workload.label() + "@" + keys + "x" + slots;
  }
}
