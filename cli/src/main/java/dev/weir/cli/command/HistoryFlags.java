// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.series.DuplicatePolicy;
import dev.weir.series.ReorderConfig;
import dev.weir.trainer.history.ColumnsAs;
import dev.weir.trainer.history.CsvConfig;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for reading the history. */
final class HistoryFlags {

  static final String HEADING = "%nHistory:%n";

  @Option(
      names = "--duplicates",
      paramLabel = "POLICY",
      description =
          "Points of equal or earlier time: ${COMPLETION-CANDIDATES} (default: ${bundle:default.duplicates}).")
  private Optional<DuplicatePolicy> duplicates = Optional.empty();

  @Option(
      names = "--reorder-millis",
      paramLabel = "N",
      description =
          "Time by which a point may arrive after a later one, milliseconds, 0 or more (default: ${bundle:default.reorder-millis}).")
  private Optional<Long> reorderMillis = Optional.empty();

  @Option(
      names = "--time-column",
      paramLabel = "NAME",
      description = "Time column of the CSV files; without it, found by name or values.")
  private Optional<String> timeColumn = Optional.empty();

  @Option(
      names = "--columns-as",
      paramLabel = "WHAT",
      description =
          "Meaning of several value columns in a CSV file, series or features of one series: ${COMPLETION-CANDIDATES} (default: ${bundle:default.columns-as}).")
  private Optional<ColumnsAs> columnsAs = Optional.empty();

  @Option(
      names = "--sort",
      arity = "1",
      paramLabel = "BOOLEAN",
      description =
          "Whether to sort the rows of a CSV file by time: true or false (default: ${bundle:default.sort}).")
  private Optional<Boolean> sort = Optional.empty();

  /** Returns the base with the given options replaced. */
  CsvConfig applyTo(CsvConfig base) {
    ReorderConfig rules = base.rules();
    return new CsvConfig(
        timeColumn.orElse(base.timeColumn()),
        columnsAs.orElse(base.columnsAs()),
        sort.orElse(base.sorted()),
        new ReorderConfig(
            duplicates.orElse(rules.policy()), reorderMillis.orElse(rules.reorderMillis())));
  }
}
