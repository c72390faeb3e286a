// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * One run of the command in this JVM.
 *
 * @param exitCode what it would end with
 * @param out what it printed
 * @param err what it complained of
 */
public record WeirRun(int exitCode, String out, String err) {

  /** Runs the command with these arguments. */
  public static WeirRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Weir.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
            .execute(args);
    return new WeirRun(exitCode, out.toString(), err.toString());
  }

  /** The same, where it must end well. */
  public static WeirRun succeed(String... args) {
    WeirRun run = of(args);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }
}
