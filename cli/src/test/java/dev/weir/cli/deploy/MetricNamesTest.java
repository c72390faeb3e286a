// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Compares the names of Weir's metrics in dashboard, alert rules and documents with the code.
 * {@link DeployedMetricsIT} checks those of Flink.
 */
class MetricNamesTest {

  private static final String IDENTITY = "Events unaccounted for";

  private static Set<String> weirNames() {
    Set<String> weirNames = new HashSet<>(MetricNames.counters());
    weirNames.addAll(MetricNames.histogram());
    weirNames.addAll(MetricNames.training());
    return weirNames;
  }

  @Test
  void namedMetrics_existInTheCode() {
    assertThat(MetricNames.mentioned())
        .filteredOn(name -> name.startsWith("weir_"))
        .isNotEmpty()
        .isSubsetOf(weirNames());
  }

  @Test
  void metricsOfTheCode_areDocumented() {
    assertThat(MetricNames.in(Repository.text("docs/reference/metrics.md")))
        .containsAll(weirNames());
  }

  @Test
  void jobCounters_areOnTheDashboard() {
    assertThat(MetricNames.in(String.join("\n", MetricNames.expressions())))
        .containsAll(MetricNames.counters());
  }

  @Test
  void unaccountedEvents_areOnTheDashboard() {
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
