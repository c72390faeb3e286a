// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.trainer.TrainingOptions;
import java.util.ListResourceBundle;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Options that all training commands share. Descriptions refer to the defaults of the command as
 * {@code ${bundle:default.OPTION}}.
 */
final class TrainingFlags {

  private final TrainingOptions defaults;

  @ArgGroup(validate = false, heading = "%nNetwork:%n")
  private NetworkFlags network = new NetworkFlags();

  @ArgGroup(validate = false, heading = "%nFit:%n")
  private FitFlags fit = new FitFlags();

  @ArgGroup(validate = false, heading = "%nTraining, evaluation and calibration data:%n")
  private SplitFlags split = new SplitFlags();

  TrainingFlags(TrainingOptions defaults) {
    this.defaults = defaults;
  }

  @Spec(Spec.Target.MIXEE)
  void setCommand(CommandSpec command) {
    command.resourceBundle(
        new ListResourceBundle() {
          @Override
          protected Object[][] getContents() {
            return defaults.describe().entrySet().stream()
                .map(option -> new Object[] {"default." + option.getKey(), option.getValue()})
                .toArray(Object[][]::new);
          }
        });
  }

  /** Returns the base with the given options replaced. */
  TrainingOptions applyTo(TrainingOptions base) {
    return base.withNetwork(network.applyTo(base.network()))
        .withWindows(fit.applyTo(base.windows()))
        .withFit(fit.applyTo(base.fit()))
        .withSplit(split.applyTo(base.split()));
  }
}
