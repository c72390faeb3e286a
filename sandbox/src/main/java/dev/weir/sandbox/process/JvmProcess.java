// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java program in a JVM of its own, which ends with the test, whatever happens. */
final class JvmProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  private final Process process;
  private final Path log;
  private final Thread reaper;

  private JvmProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.reaper = new Thread(process::destroyForcibly, "reaper-" + process.pid());
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  /**
   * What to run.
   *
   * @param mainClass its main class
   * @param classPath its class path
   * @param options of the JVM
   * @param arguments of the program
   * @param environment added to the environment
   */
  record Program(
      String mainClass,
      String classPath,
      List<String> options,
      List<String> arguments,
      Map<String, String> environment) {

    private List<String> command() {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(options);
      command.addAll(List.of("-cp", classPath, mainClass));
      command.addAll(arguments);
      return command;
    }
  }

  /**
   * @param log receives what the program prints
   */
  static JvmProcess start(Program program, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(program.command())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(program.environment());
    return new JvmProcess(builder.start(), log);
  }

  /** Tells what the program printed last where it has ended by itself. */
  void requireAlive() {
    if (!process.isAlive()) {
      throw new AssertionError("the process has ended:\n" + lastLines());
    }
  }

  /** The last lines that the program printed. */
  String lastLines() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the program at once, as a crash does. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() {
    process.destroy();
    if (!awaitEnd()) {
      process.destroyForcibly();
      awaitEnd();
    }
    Runtime.getRuntime().removeShutdownHook(reaper);
  }

  private boolean awaitEnd() {
    try {
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
