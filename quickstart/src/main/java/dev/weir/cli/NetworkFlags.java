package dev.weir.cli;

import dev.weir.forecast.ErrorLaw;
import dev.weir.trainer.NetworkOptions;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the network's shape, but for the kind of cell. */
final class NetworkFlags {

  @Option(
      names = "--hidden",
      paramLabel = "N",
      description = "Units of a layer, 1 or more (default: ${bundle:default.hidden}).")
  private Optional<Integer> hidden = Optional.empty();

  @Option(
      names = "--layers",
      paramLabel = "N",
      description = "Stacked layers, 1 or more (default: ${bundle:default.layers}).")
  private Optional<Integer> layers = Optional.empty();

  @Option(
      names = "--loss",
      paramLabel = "LOSS",
      description =
          "Negative log-likelihood of this distribution of the forecast error: ${COMPLETION-CANDIDATES} (default: ${bundle:default.loss}).")
  private Optional<ErrorLaw> loss = Optional.empty();

  /** These options where given, otherwise the base's. */
  NetworkOptions over(NetworkOptions base) {
    return new NetworkOptions(
        base.cell(),
        hidden.orElse(base.hidden()),
        layers.orElse(base.layers()),
        loss.orElse(base.loss()));
  }
}
