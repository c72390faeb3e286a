// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.series.DuplicatePolicy;
import dev.weir.series.ReorderConfig;
import dev.weir.trainer.history.ColumnsAs;
import dev.weir.trainer.history.CsvConfig;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of how the history is read. */
final class HistoryFlags {

  static final String HEADING = "%nHistory:%n";

  @Option(
      names = "--duplicates",
      paramLabel = "POLICY",
      description =
          "Which of several points with the same time count: ${COMPLETION-CANDIDATES} (default: ${bundle:default.duplicates}).")
  private Optional<DuplicatePolicy> duplicates = Optional.empty();

  @Option(
      names = "--reorder-millis",
      paramLabel = "N",
      description =
          "How far a point may arrive behind a later one, milliseconds, 0 or more (default: ${bundle:default.reorder-millis}).")
  private Optional<Long> reorderMillis = Optional.empty();

  @Option(
      names = "--time-column",
      paramLabel = "NAME",
      description = "Time column of the CSV files; unless given, found by its name or its values.")
  private Optional<String> timeColumn = Optional.empty();

  @Option(
      names = "--columns-as",
      paramLabel = "WHAT",
      description =
          "What several value columns of a CSV file are, series or the features of one series: ${COMPLETION-CANDIDATES} (default: ${bundle:default.columns-as}).")
  private Optional<ColumnsAs> columnsAs = Optional.empty();

  @Option(
      names = "--sort",
      arity = "1",
      paramLabel = "BOOLEAN",
      description =
          "Whether the rows of a CSV file are sorted by time first: true or false (default: ${bundle:default.sort}).")
  private Optional<Boolean> sort = Optional.empty();

  /** These options where given, otherwise the base's. */
  CsvConfig over(CsvConfig base) {
    ReorderConfig rules = base.rules();
    return new CsvConfig(
        timeColumn.orElse(base.timeColumn()),
        columnsAs.orElse(base.columnsAs()),
        sort.orElse(base.sorted()),
        new ReorderConfig(
            duplicates.orElse(rules.policy()), reorderMillis.orElse(rules.reorderMillis())));
  }
}
