// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineCellTest {

  @ParameterizedTest
  @EnumSource(CellWorkload.class)
  void parse_nameOfACell_returnsTheCell(CellWorkload workload) {
    PipelineCell cell = new PipelineCell(workload, 1000, 2);

    assertThat(PipelineCell.parse(cell.name())).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "weir-hashmap", "weir-hashmap@1000", "other@10x1", "rcf@11x1"})
  void parse_otherText_throws(String text) {
    assertThatThrownBy(() -> PipelineCell.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
