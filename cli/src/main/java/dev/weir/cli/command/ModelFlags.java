// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.forecast.CellKind;
import dev.weir.trainer.TrainingOptions;
import dev.weir.trainer.TuneOptions;
import dev.weir.trainer.TunedOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/**
 * Options of a command that trains one model: its name, its cell, the search and the time limit.
 */
final class ModelFlags {

  static final String HEADING = "%nModel:%n";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "Name of the model: letters, digits, dots, dashes and underscores (default: ${bundle:default.name}).")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      description = "Kind of cell: ${COMPLETION-CANDIDATES} (default: ${bundle:default.cell}).")
  private Optional<CellKind> cell = Optional.empty();

  @Option(
      names = "--tune",
      paramLabel = "N",
      description =
          "Number of configurations of --cell, --hidden, --window and --learning-rate to try before the fit; options that are given are not varied; 0: no search (default: ${bundle:default.tune}).")
  private Optional<Integer> tune = Optional.empty();

  @Option(
      names = {"--seconds-limit", "--seconds"},
      paramLabel = "N",
      description =
          "Wall time after which no further epoch starts, seconds; 0: no limit (default: ${bundle:default.seconds-limit}).")
  private Optional<Integer> secondsLimit = Optional.empty();

  /** Returns the base with the given options replaced. */
  TrainingOptions applyTo(TrainingOptions base, ParseResult parsed) {
    Set<TunedOption> fixed = new HashSet<>(base.tune().fixed());
    Arrays.stream(TunedOption.values())
        .filter(option -> parsed.hasMatchedOption("--" + option))
        .forEach(fixed::add);
    return base.withName(name.orElse(base.name()))
        .withNetwork(base.network().withCell(cell.orElse(base.network().cell())))
        .withFit(base.fit().withSecondsLimit(secondsLimit.orElse(base.fit().secondsLimit())))
        .withTune(new TuneOptions(tune.orElse(base.tune().configurations()), fixed));
  }
}
