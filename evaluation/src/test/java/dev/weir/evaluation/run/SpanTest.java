// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.evaluation.figure.MarkdownTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {

  @Test
  void of_labelsAtBothEnds_areSpans() {
    assertThat(Span.of(new boolean[] {true, true, false, true}))
        .containsExactly(new Span(0, 1), new Span(3, 3));
    assertThat(Span.of(new boolean[3])).isEmpty();
    assertThat(new Span(3, 5).rows()).isEqualTo(3);
  }

  @Test
  void merged_spansWithinTheDistance_areOne() {
    assertThat(Span.merged(List.of(new Span(0, 1), new Span(3, 4), new Span(7, 7)), 2))
        .containsExactly(new Span(0, 4), new Span(7, 7));
  }

  @Test
  void table_rowsAndNumbers_areMarkdown() {
    MarkdownTable table =
        new MarkdownTable("name", "score:").row("a", MarkdownTable.number(1.25, 1));
    assertThat(table.toString()).isEqualTo("| name | score |\n|---|---:|\n| a | 1.3 |\n");
    assertThat(MarkdownTable.number(Double.NaN, 2)).isEqualTo("-");
    assertThatThrownBy(() -> table.row("a")).hasMessageContaining("expected=2, found=1");
  }
}
