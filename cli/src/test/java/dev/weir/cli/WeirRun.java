// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * Result of a run of {@code weir} in this JVM.
 *
 * @param exitCode exit code
 * @param out standard output
 * @param err standard error
 */
public record WeirRun(int exitCode, String out, String err) {

  /** Runs {@code weir} with these arguments. */
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

  /** Runs {@code weir} with these arguments and asserts that it succeeds. */
  public static WeirRun succeed(String... args) {
    WeirRun run = of(args);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }
}
