// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.forecast.ErrorDistribution;
import dev.weir.trainer.NetworkOptions;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the network except the kind of cell. */
final class NetworkFlags {

  @Option(
      names = "--hidden",
      paramLabel = "N",
      description = "Units per layer, 1 or more (default: ${bundle:default.hidden}).")
  private Optional<Integer> hidden = Optional.empty();

  @Option(
      names = "--layers",
      paramLabel = "N",
      description = "Number of stacked layers, 1 or more (default: ${bundle:default.layers}).")
  private Optional<Integer> layers = Optional.empty();

  @Option(
      names = "--error-distribution",
      paramLabel = "NAME",
      description =
          "Distribution of the forecast error; the loss is its negative log-likelihood: ${COMPLETION-CANDIDATES} (default: ${bundle:default.error-distribution}).")
  private Optional<ErrorDistribution> errorDistribution = Optional.empty();

  /** Returns the base with the given options replaced. */
  NetworkOptions applyTo(NetworkOptions base) {
    return new NetworkOptions(
        base.cell(),
        hidden.orElse(base.hidden()),
        layers.orElse(base.layers()),
        errorDistribution.orElse(base.errorDistribution()));
  }
}
