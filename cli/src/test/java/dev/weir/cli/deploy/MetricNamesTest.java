// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Our own metrics' names in dashboard, rules and documents are those of the code's constants;
 * {@link DeployedMetricsIT} holds Flink's against a running job.
 */
class MetricNamesTest {

  private static final String IDENTITY = "Events unaccounted for";

  private static Set<String> ours() {
    Set<String> ours = new HashSet<>(MetricNames.counters());
    ours.addAll(MetricNames.histogram());
    ours.addAll(MetricNames.training());
    return ours;
  }

  @Test
  void everyNameOfOurs_thatIsMentioned_isMadeByTheCode() {
    assertThat(MetricNames.mentioned())
        .filteredOn(name -> name.startsWith("weir_"))
        .isNotEmpty()
        .isSubsetOf(ours());
  }

  @Test
  void everyMetricOfTheCode_isDocumented() {
    assertThat(MetricNames.in(Repository.text("docs/reference/metrics.md"))).containsAll(ours());
  }

  @Test
  void everyCounterOfTheJob_isOnTheDashboard() {
    assertThat(MetricNames.in(String.join("\n", MetricNames.expressions())))
        .containsAll(MetricNames.counters());
  }

  @Test
  void identity_isAFigureOfTheDashboard() {
    String identity =
        MetricNames.dashboard().findValues("panels").get(0).findParents("title").stream()
            .filter(panel -> panel.path("title").asText().equals(IDENTITY))
            .map(panel -> panel.path("targets").path(0).path("expr").asText())
            .findFirst()
            .orElseThrow();

    assertThat(identity.replaceAll("\\{[^}]*}", ""))
        .isEqualTo(
            "sum(weir_events_total) - (sum(weir_scored_total) + sum(weir_warming_up_total)"
                + " + sum(weir_duplicate_total) + sum(weir_late_total)"
                + " + sum(weir_malformed_total))");
  }
}
