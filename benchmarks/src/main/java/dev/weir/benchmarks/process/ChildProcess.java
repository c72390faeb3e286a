// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java program on this class path in a separate JVM. It ends when this process ends, because its
 * standard input is closed; see {@link #exitWithParent}.
 */
public final class ChildProcess implements AutoCloseable {

  private static final long STOP_SECONDS = 30;

  private final Process process;

  private ChildProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts a program.
   *
   * @param options JVM options
   */
  public static ChildProcess start(Class<?> main, List<String> options, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new ChildProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Process id. */
  public long pid() {
    return process.pid();
  }

  /** Reads the next line of its standard output. */
  public String readLine() throws IOException {
    BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
    String line = reader.readLine();
    if (line == null) {
      throw new IOException("the process ended without output; see its log: pid=" + process.pid());
    }
    return line;
  }

  /**
   * Waits until the process has ended.
   *
   * @throws IOException if it fails or does not end in time
   */
  public void awaitEnd(long seconds) throws IOException, InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new IOException(
          "the process did not end in time: pid=" + pid() + ", seconds=" + seconds);
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          "the process failed; see its output above: status=" + process.exitValue());
    }
  }

  /** Closes its standard input, and kills it if it has not ended within 30 s. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Called in a child process: ends it when its parent ends. */
  public static void exitWithParent() {
    Thread watch = new Thread(ChildProcess::awaitParent, "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void awaitParent() {
    try {
      while (System.in.read() >= 0) {
        // the parent sends nothing
      }
    } catch (IOException e) {
      System.err.println("can't read standard input: " + e.getMessage());
    }
    Runtime.getRuntime().halt(1);
  }
}
