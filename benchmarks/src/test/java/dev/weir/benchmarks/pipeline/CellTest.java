// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.benchmarks.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {

  @ParameterizedTest
  @EnumSource(Kind.class)
  void name_ofACell_parsesToTheSame(Kind kind) {
    PipelineCell cell = new PipelineCell(kind, 1000, 2);

    assertThat(PipelineCell.parse(cell.name())).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "weir-hashmap", "weir-hashmap@1000", "other@10x1", "rcf@11x1"})
  void parse_whatIsNoCell_isRefused(String text) {
    assertThatThrownBy(() -> PipelineCell.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void spread_ofAnEvenNumber_takesTheMiddle() {
    assertThat(Spread.of(4, 1, 3, 2)).isEqualTo(new Spread(2.5, 1, 4));
  }
}
