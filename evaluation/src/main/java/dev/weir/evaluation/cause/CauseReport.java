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

/** What was found and named, in Markdown. */
public final class CauseReport {

  /** The part of causes named right by drawing a feature. */
  public static final double BY_CHANCE = 1.0 / CoupledHosts.FEATURES.size();

  private static final Predicate<CauseVerdict> ANY = verdict -> true;

  private final List<HostVerdicts> joint;
  private final List<HostVerdicts> alone;

  CauseReport(List<HostVerdicts> joint, List<HostVerdicts> alone) {
    this.joint = joint;
    this.alone = alone;
  }

  /** Part of the anomalies that the joint model found. */
  public double found() {
    return found(joint, ANY);
  }

  /** Part of the anomalies found whose cause the joint model named right; NaN where none is. */
  public double namedRight() {
    return namedRight(joint, ANY);
  }

  /** By kind of anomaly and by feature, then all. */
  public String summary(Bootstrap bootstrap) {
    MarkdownTable table =
        new MarkdownTable(
            "model",
            "anomalies",
            "injected:",
            "found:",
            "cause named right:",
            "of those found:",
            "std. error:",
            "by chance:",
            "false alarms a host and day:");
    rows(table, "joint", joint, bootstrap);
    rows(table, "each feature alone", alone, bootstrap);
    return table.toString();
  }

  private static void rows(
      MarkdownTable table, String model, List<HostVerdicts> hosts, Bootstrap bootstrap) {
    for (AnomalyKind kind : CoupledHosts.KINDS) {
      row(table, new String[] {model, kind.words(), "-"}, hosts, of(kind), bootstrap);
    }
    for (int f = 0; f < CoupledHosts.FEATURES.size(); f++) {
      int feature = f;
      String what = "in " + CoupledHosts.FEATURES.get(f);
      Predicate<CauseVerdict> in = verdict -> verdict.label().feature() == feature;
      row(table, new String[] {model, what, "-"}, hosts, in, bootstrap);
    }
    row(table, new String[] {model, "all", number(falseAlarms(hosts), 3)}, hosts, ANY, bootstrap);
  }

  private static void row(
      MarkdownTable table,
      String[] names,
      List<HostVerdicts> hosts,
      Predicate<CauseVerdict> which,
      Bootstrap bootstrap) {
    Bootstrap.Estimate right = bootstrap.of(hosts, some -> namedRight(some, which));
    table.row(
        names[0],
        names[1],
        String.valueOf(count(hosts, which)),
        String.valueOf(count(hosts, which.and(CauseVerdict::isFound))),
        String.valueOf(count(hosts, which.and(CauseVerdict::isNamedRight))),
        number(right.value(), 2),
        number(right.standardError(), 2),
        number(BY_CHANCE, 2),
        names[2]);
  }

  /** What is found, what is named right of it, and false alarms, of the joint model. */
  public List<Figure> figures(Bootstrap bootstrap) {
    return List.of(
        Figure.of(
            "anomalies in one of four features, found",
            bootstrap.of(joint, some -> found(some, ANY)),
            2),
        Figure.of(
            "the same, cause named right of those found",
            bootstrap.of(joint, some -> namedRight(some, ANY)),
            2));
  }

  private static Predicate<CauseVerdict> of(AnomalyKind kind) {
    return verdict -> verdict.label().kind() == kind;
  }

  private static double found(List<HostVerdicts> hosts, Predicate<CauseVerdict> which) {
    return count(hosts, which.and(CauseVerdict::isFound)) / Math.max(1.0, count(hosts, which));
  }

  private static double namedRight(List<HostVerdicts> hosts, Predicate<CauseVerdict> which) {
    return (double) count(hosts, which.and(CauseVerdict::isNamedRight))
        / count(hosts, which.and(CauseVerdict::isFound));
  }

  private static long count(List<HostVerdicts> hosts, Predicate<CauseVerdict> which) {
    return hosts.stream().flatMap(host -> host.verdicts().stream()).filter(which).count();
  }

  private static double falseAlarms(List<HostVerdicts> hosts) {
    return hosts.stream().mapToLong(HostVerdicts::falseAlarms).sum()
        / hosts.stream().mapToDouble(HostVerdicts::days).sum();
  }

  /** A row an anomaly. */
  public String rows() {
    MarkdownTable table =
        new MarkdownTable("host", "from", "kind", "feature", "joint names", "alone names");
    for (int host = 0; host < joint.size(); host++) {
      List<CauseVerdict> jointly = joint.get(host).verdicts();
      for (int i = 0; i < jointly.size(); i++) {
        Label label = jointly.get(i).label();
        table.row(
            label.series(),
            Instant.ofEpochMilli(label.fromMillis()).toString(),
            label.kind().words(),
            CoupledHosts.FEATURES.get(label.feature()),
            named(jointly.get(i)),
            named(alone.get(host).verdicts().get(i)));
      }
    }
    return table.toString();
  }

  private static String named(CauseVerdict verdict) {
    return verdict
        .opening()
        .map(opening -> CoupledHosts.FEATURES.get(opening.feature()))
        .orElse("not found");
  }
}
