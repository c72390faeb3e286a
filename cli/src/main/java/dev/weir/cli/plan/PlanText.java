// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.plan;

import dev.weir.evaluation.figure.MarkdownTable;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Formats a plan as text. */
public final class PlanText {

  private static final int NAME_WIDTH = 24;
  private static final int VALUE_WIDTH = 96;

  private PlanText() {}

  /**
   * Returns the plan of a workload and a table of others.
   *
   * @param asked workload of the user
   * @param table the same workload with other numbers of series
   */
  public static String of(
      Machine machine,
      PlannedWorkload asked,
      List<PlannedWorkload> table,
      MeasuredFigures measured) {
    return workload(asked.workload(), machine)
        + lines(asked.plan())
        + "\nOther numbers of series:\n\n"
        + table(table)
        + "\nFormulas and measured figures: docs/how-to/capacity.md; all values: --json.\n"
        + provisional(measured.provisional());
  }

  private static String provisional(List<String> names) {
    return names.isEmpty()
        ? ""
        : "Provisional figures (estimates or single runs): " + String.join(", ", names) + ".\n";
  }

  /** Returns one line per value. */
  private static String lines(Plan plan) {
    TextTable text =
        TextTable.forColumns(
            Help.defaultColorScheme(Help.Ansi.OFF),
            new Column(NAME_WIDTH, 2, Overflow.SPAN),
            new Column(VALUE_WIDTH, 0, Overflow.WRAP));
    line(text, "events", "%,.0f /s", plan.eventsPerSecond());
    line(text, "events per core", "%,.0f /s", plan.eventsPerSecondPerCore());
    line(text, "cores", "%,d", plan.cores());
    line(
        text,
        "memory",
        "%s, %,.0f B per series",
        size(plan.memoryBytes()),
        plan.memoryBytesPerSeries());
    line(
        text,
        "machines",
        "%,d (%,d for the cores, %,d for the memory)",
        plan.machines(),
        plan.machinesForCores(),
        plan.machinesForMemory());
    line(text, "slots", "%,d, jobs: %,d", plan.slots(), plan.jobs());
    line(
        text,
        "checkpoint",
        "%s, %s written each time",
        size(plan.checkpointBytes()),
        size(plan.checkpointWrittenBytes()));
    line(
        text,
        "network per machine",
        "%s/s during a checkpoint",
        size(plan.networkBytesPerSecond()));
    line(text, "Kafka partitions", "at least %,d", plan.partitions());
    line(
        text,
        "Kafka brokers",
        "%.1f cores for reads; log: %s per day and replica",
        plan.brokerCores(),
        size(plan.brokerBytesPerDay()));
    line(
        text,
        "false alarms",
        "at most %,.0f per day, %s",
        plan.incidentsPerDay(),
        size(plan.alertBytesPerDay()));
    return text.toString();
  }

  private static String workload(Workload load, Machine machine) {
    return String.format(
        Locale.ROOT,
        "%,d series, one point per %s s, hidden %d, state backend %s, one checkpoint per %s s;"
            + " machines of %d cores and %s GiB, %.0f %% of the cores idle\n\n",
        load.series(),
        number(load.secondsBetweenPoints()),
        load.hidden(),
        load.backend().label(),
        number(load.checkpointSeconds()),
        machine.cores(),
        number(machine.memoryGib()),
        100 * machine.headroom());
  }

  private static void line(TextTable text, String name, String format, Object... values) {
    text.addRowValues(name, String.format(Locale.ROOT, format, values));
  }

  /** Returns a Markdown table with one row per workload. */
  static String table(List<PlannedWorkload> rows) {
    MarkdownTable table =
        new MarkdownTable(
            "series:",
            "events/s:",
            "cores:",
            "memory:",
            "machines:",
            "checkpoint:",
            "network:",
            "partitions:");
    for (PlannedWorkload row : rows) {
      Plan plan = row.plan();
      table.row(
          count(row.workload().series()),
          count(Math.round(plan.eventsPerSecond())),
          count(plan.cores()),
          size(plan.memoryBytes()),
          count(plan.machines()),
          size(plan.checkpointBytes()),
          size(plan.networkBytesPerSecond()) + "/s",
          count(plan.partitions()));
    }
    return table.toString();
  }

  private static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Returns a size with three digits and a unit. */
  static String size(double bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 999.5 && unit + 1 < UNITS.size()) {
      value /= 1000;
      unit++;
    }
    String format = value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, format + " " + UNITS.get(unit), value);
  }

  private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB");

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
