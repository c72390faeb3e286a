// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java program of this class path in a JVM of its own. It ends with this one: its standard input
 * ends then, see {@link #exitWithParent}.
 */
final class ChildProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private final Process process;

  private ChildProcess(Process process) {
    this.process = process;
  }

  /**
   * @param options of the JVM
   */
  static ChildProcess start(Class<?> main, List<String> options, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new ChildProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  long pid() {
    return process.pid();
  }

  /** The next line that it prints. */
  String readLine() throws IOException {
    BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
    String line = reader.readLine();
    if (line == null) {
      throw new IOException("the process ended before it said anything: pid=" + process.pid());
    }
    return line;
  }

  /**
   * Waits until it ends by itself.
   *
   * @throws IOException where it fails, or takes longer than this
   */
  void awaitEnd(long seconds) throws IOException, InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new IOException("the process takes too long: pid=" + pid() + ", seconds=" + seconds);
    }
    if (process.exitValue() != 0) {
      throw new IOException("the process failed, see above: status=" + process.exitValue());
    }
  }

  /** Ends it: asks first. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** To be called in a child: ends it when its parent has. */
  static void exitWithParent() {
    Thread watch = new Thread(ChildProcess::awaitParent, "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void awaitParent() {
    try {
      while (System.in.read() >= 0) {
        // nothing is ever sent
      }
    } catch (IOException e) {
      System.err.println("standard input is broken: " + e.getMessage());
    }
    Runtime.getRuntime().halt(1);
  }
}
