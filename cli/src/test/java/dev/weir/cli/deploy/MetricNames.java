// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.job.metrics.JobMetrics;
import dev.weir.trainer.fit.EpochOutcome;
import dev.weir.trainer.progress.TrainingMeters;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of metrics in the deployment files, documents and code. */
final class MetricNames {

  static final String DASHBOARD = "deploy/grafana/dashboards/weir.json";
  static final String RULES = "deploy/prometheus/rules.yml";
  static final List<String> DOCUMENTS =
      List.of("docs/reference/metrics.md", "docs/how-to/operate.md", "docs/troubleshooting.md");

  private static final Pattern NAME = Pattern.compile("\\b(?:weir|flink)_\\w+");

  private MetricNames() {}

  /** Returns the names in dashboard, alert rules and documents. */
  static Set<String> mentioned() {
    Set<String> names = new TreeSet<>(in(String.join("\n", expressions())));
    names.addAll(in(Repository.text(RULES)));
    DOCUMENTS.forEach(document -> names.addAll(in(Repository.text(document))));
    return names;
  }

  static Set<String> in(String text) {
    return NAME.matcher(text).results().map(r -> r.group()).collect(Collectors.toSet());
  }

  /** Returns the queries of the dashboard. */
  static List<String> expressions() {
    List<String> expressions = new ArrayList<>();
    for (JsonNode target : dashboard().findValues("targets")) {
      expressions.addAll(target.findValuesAsText("expr"));
    }
    expressions.addAll(dashboard().findValuesAsText("definition"));
    return expressions;
  }

  static JsonNode dashboard() {
    try {
      return new ObjectMapper().readTree(Repository.text(DASHBOARD));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the Prometheus names of the job's counters. */
  static Set<String> counters() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    constants().stream()
        .filter(name -> !name.equals(JobMetrics.STEP_NANOSECONDS))
        .forEach(name -> registry.counter(JobMetrics.GROUP + "." + name));
    return names(registry.scrape());
  }

  /** Returns the Prometheus names of the gauges and the counter of the job's histogram. */
  static Set<String> histogram() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    String name = JobMetrics.GROUP + "." + JobMetrics.STEP_NANOSECONDS;
    Stream.of(name, name + ".max", name + ".mean").forEach(gauge -> registry.gauge(gauge, 1));
    registry.counter(name + ".count");
    return names(registry.scrape());
  }

  /** Returns the Prometheus names of the training metrics. */
  static Set<String> training() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new TrainingMeters(registry).epochDone(new EpochOutcome(1, 1, 1, true, 1, 0, 1, 1));
    return names(registry.scrape());
  }

  /** Returns the names in a page that Prometheus scrapes. */
  static Set<String> names(String page) {
    return page.lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toSet());
  }

  /** Returns the names in {@link JobMetrics} except the group. */
  private static List<String> constants() {
    List<String> values = new ArrayList<>();
    for (Field field : JobMetrics.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && !field.getName().equals("GROUP")) {
        values.add(value(field));
      }
    }
    return values;
  }

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
