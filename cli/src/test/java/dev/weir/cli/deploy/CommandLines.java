// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.deploy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import picocli.CommandLine;

/** The {@code weir} command as users run it. */
final class CommandLines {

  private static final String MAIN = "dev.weir.cli.Weir";

  private CommandLines() {}

  static CommandLine weir() {
    try {
      Method commandLine = Class.forName(MAIN).getDeclaredMethod("commandLine");
      commandLine.setAccessible(true);
      return (CommandLine) commandLine.invoke(null);
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new AssertionError("the command's class is not as it was", e);
    }
  }

  /** The default of a subcommand's option. */
  static String byDefault(String command, String option) {
    return weir().getSubcommands().get(command).getCommandSpec().findOption(option).defaultValue();
  }
}
