package dev.weir.cli.command;

import dev.weir.trainer.TrainingOption;
import dev.weir.trainer.TrainingOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options of training as flags of a command: what they are stands in {@link TrainingOptions} alone.
 *
 * @param options those that the command has
 * @param defaults what holds of those that aren't given
 */
record TrainingFlags(List<TrainingOption<?>> options, TrainingOptions defaults) {

  void addTo(CommandSpec spec) {
    Map<String, String> written = defaults.describe();
    options.forEach(option -> spec.addOption(flag(option, written)));
  }

  private static OptionSpec flag(TrainingOption<?> option, Map<String, String> written) {
    String held = written.getOrDefault(option.name(), "");
    return OptionSpec.builder("--" + option.name())
        .type(String.class)
        .paramLabel("VALUE")
        .description(option.description() + (held.isEmpty() ? "" : " (default: " + held + ")"))
        .build();
  }

  /** What was given on the command line, over what holds otherwise. */
  TrainingOptions given(CommandSpec spec, TrainingOptions otherwise) {
    TrainingOptions chosen = otherwise;
    for (TrainingOption<?> option : options) {
      Optional<String> value =
          Optional.ofNullable(
              spec.commandLine().getParseResult().matchedOptionValue("--" + option.name(), null));
      chosen = value.isPresent() ? chosen.with(option.name(), value.get()) : chosen;
    }
    return chosen;
  }
}
