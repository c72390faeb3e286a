// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.cause;

import static dev.weir.evaluation.figure.MarkdownTable.number;

import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.evaluation.figure.Figure;
import dev.weir.evaluation.figure.MarkdownTable;
import dev.weir.sandbox.synthetic.AnomalyKind;
import dev.weir.sandbox.synthetic.CoupledHosts;
import dev.weir.sandbox.synthetic.Label;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Report of the anomalies found and the causes identified, in Markdown. */
public final class CauseReport {

  /** Fraction of the causes that a random choice of the feature identifies. */
  public static final double BY_CHANCE = 1.0 / CoupledHosts.FEATURES.size();

  private static final Predicate<CauseOutcome> ANY = anomaly -> true;

  private final List<HostOutcomes> joint;
  private final List<HostOutcomes> single;

  /**
   * @param joint results of one model of all features
   * @param single results of a model of one feature that runs over each feature separately
   */
  CauseReport(List<HostOutcomes> joint, List<HostOutcomes> single) {
    this.joint = joint;
    this.single = single;
  }

  /** Fraction of the anomalies that the joint model found. */
  public double found() {
    return found(joint, ANY);
  }

  /**
   * Fraction of the anomalies found whose cause the joint model identified; NaN if none is found.
   */
  public double identified() {
    return identified(joint, ANY);
  }

  /** Table by kind of anomaly and by feature, and of all anomalies. */
  public String summary(Bootstrap bootstrap) {
    MarkdownTable table =
        new MarkdownTable(
            "model",
            "anomalies",
            "injected:",
            "found:",
            "cause identified:",
            "of those found:",
            "std. error:",
            "by chance:",
            "false alarms per host and day:");
    rows(table, "joint", joint, bootstrap);
    rows(table, "one per feature", single, bootstrap);
    return table.toString();
  }

  private static void rows(
      MarkdownTable table, String model, List<HostOutcomes> hosts, Bootstrap bootstrap) {
    for (AnomalyKind kind : CoupledHosts.KINDS) {
      row(table, new String[] {model, kind.words(), "-"}, hosts, of(kind), bootstrap);
    }
    for (int f = 0; f < CoupledHosts.FEATURES.size(); f++) {
      int feature = f;
      String what = "in " + CoupledHosts.FEATURES.get(f);
      Predicate<CauseOutcome> in = anomaly -> anomaly.label().feature() == feature;
      row(table, new String[] {model, what, "-"}, hosts, in, bootstrap);
    }
    row(table, new String[] {model, "all", number(falseAlarms(hosts), 3)}, hosts, ANY, bootstrap);
  }

  private static void row(
      MarkdownTable table,
      String[] names,
      List<HostOutcomes> hosts,
      Predicate<CauseOutcome> which,
      Bootstrap bootstrap) {
    Bootstrap.Estimate identified = bootstrap.of(hosts, some -> identified(some, which));
    table.row(
        names[0],
        names[1],
        String.valueOf(count(hosts, which)),
        String.valueOf(count(hosts, which.and(CauseOutcome::isFound))),
        String.valueOf(count(hosts, which.and(CauseOutcome::isIdentified))),
        number(identified.value(), 2),
        number(identified.standardError(), 2),
        number(BY_CHANCE, 2),
        names[2]);
  }

  /** Anomalies found and causes identified by the joint model. */
  public List<Figure> figures(Bootstrap bootstrap) {
    return List.of(
        Figure.of(
            "anomalies in one of four features, found",
            bootstrap.of(joint, some -> found(some, ANY)),
            2),
        Figure.of(
            "the same, cause identified of those found",
            bootstrap.of(joint, some -> identified(some, ANY)),
            2));
  }

  private static Predicate<CauseOutcome> of(AnomalyKind kind) {
    return anomaly -> anomaly.label().kind() == kind;
  }

  private static double found(List<HostOutcomes> hosts, Predicate<CauseOutcome> which) {
    return count(hosts, which.and(CauseOutcome::isFound)) / Math.max(1.0, count(hosts, which));
  }

  private static double identified(List<HostOutcomes> hosts, Predicate<CauseOutcome> which) {
    return (double) count(hosts, which.and(CauseOutcome::isIdentified))
        / count(hosts, which.and(CauseOutcome::isFound));
  }

  private static long count(List<HostOutcomes> hosts, Predicate<CauseOutcome> which) {
    return hosts.stream().flatMap(host -> host.anomalies().stream()).filter(which).count();
  }

  private static double falseAlarms(List<HostOutcomes> hosts) {
    return hosts.stream().mapToLong(HostOutcomes::falseAlarms).sum()
        / hosts.stream().mapToDouble(HostOutcomes::days).sum();
  }

  /** Table with one row per anomaly. */
  public String rows() {
    MarkdownTable table =
        new MarkdownTable(
            "host", "from", "kind", "feature", "joint model names", "one per feature names");
    for (int host = 0; host < joint.size(); host++) {
      List<CauseOutcome> anomalies = joint.get(host).anomalies();
      for (int i = 0; i < anomalies.size(); i++) {
        Label label = anomalies.get(i).label();
        table.row(
            label.series(),
            Instant.ofEpochMilli(label.fromMillis()).toString(),
            label.kind().words(),
            CoupledHosts.FEATURES.get(label.feature()),
            cause(anomalies.get(i)),
            cause(single.get(host).anomalies().get(i)));
      }
    }
    return table.toString();
  }

  private static String cause(CauseOutcome anomaly) {
    return anomaly
        .alert()
        .map(alert -> CoupledHosts.FEATURES.get(alert.feature()))
        .orElse("not found");
  }
}
