// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.deploy;

import dev.weir.cli.Weir;

/** Access to the {@code weir} command. */
final class CommandLines {

  private CommandLines() {}

  /** Returns the default of an option of a subcommand. */
  static String byDefault(String command, String option) {
    return Weir.commandLine()
        .getSubcommands()
        .get(command)
        .getCommandSpec()
        .findOption(option)
        .defaultValue();
  }
}
