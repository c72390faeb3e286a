// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import dev.weir.artifact.ModelArtifact;
import dev.weir.sandbox.model.RandomModel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One measurement: {@code kind@KEYSxSLOTS}.
 *
 * @param kind what runs
 * @param keys series
 * @param slots parallel subtasks; the loops have one thread whatever is said here
 */
record PipelineCell(Kind kind, int keys, int slots) {

  /** Model that all cells run: an LSTM of 32 hidden units. */
  static final ModelArtifact MODEL = RandomModel.ofHidden(32);

  private static final Pattern FORM = Pattern.compile("([a-z-]+)@([0-9]{1,8})x([1-9][0-9]?)");

  /**
   * @throws IllegalArgumentException where the series can't be shared out evenly
   */
  PipelineCell {
    if (keys == 0 || keys % TopicFiller.PARTITIONS != 0) {
      throw new IllegalArgumentException(
          "a cell's series must fill every partition alike: partitions="
              + TopicFiller.PARTITIONS
              + ", keys="
              + keys);
    }
  }

  /**
   * @throws IllegalArgumentException where the text isn't a cell's name
   */
  static PipelineCell parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a cell must be named like weir-hashmap@10000x1 (kind, series, slots): found=" + text);
    }
    return new PipelineCell(
        Kind.of(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  String name() {
    return kind.label() + "@" + keys + "x" + slots;
  }
}
