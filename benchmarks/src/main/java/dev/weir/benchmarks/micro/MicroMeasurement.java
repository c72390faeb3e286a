// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.micro;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Command that runs all microbenchmarks on the given JDKs, in one fresh process per benchmark, JDK
 * and round. The order is reversed after each round, so that no benchmark always runs while the
 * machine is quieter.
 *
 * <p>Writes {@code micro.json}, the figures of all forks, and {@code micro.md}, medians and ratios.
 */
public final class MicroMeasurement {

  private static final String USAGE = "usage: MicroMeasurement FOLDER ROUNDS SECONDS JDK_HOME...";
  private static final String PACKAGE = MicroMeasurement.class.getPackageName();
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private static final List<String> BENCHMARKS =
      List.of(
          "KernelBenchmark.plain",
          "KernelBenchmark.plainBatched",
          "KernelBenchmark.vector",
          "KernelBenchmark.vectorBatched",
          "KernelBenchmark.djlBatched",
          "KernelBenchmark.djlOne",
          "DetectorBenchmark.kernel",
          "DetectorBenchmark.step",
          "DetectorBenchmark.stepAlone",
          "DecoderBenchmark.json",
          "DecoderBenchmark.jacksonStreaming",
          "DecoderBenchmark.jacksonTree",
          "StateBenchmark.write",
          "StateBenchmark.read");

  private final long seconds;
  private final Map<String, ForkFigures> figures = new TreeMap<>();

  private MicroMeasurement(long seconds) {
    this.seconds = seconds;
  }

  /**
   * @param arguments output folder, rounds (5 or more for published figures), seconds of warm-up
   *     and of measurement, homes of the JDKs
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    if (arguments.length < 4) {
      throw new IllegalArgumentException(USAGE + ": arguments=" + arguments.length);
    }
    MicroMeasurement measurement = new MicroMeasurement(Long.parseLong(arguments[2]));
    List<String> jdks = List.of(arguments).subList(3, arguments.length);
    int rounds = Integer.parseInt(arguments[1]);
    for (int round = 0; round < rounds; round++) {
      measurement.round(round, jdks);
    }
    measurement.write(Path.of(arguments[0]));
  }

  private void round(int round, List<String> jdks) throws RunnerException {
    List<String> benchmarks = new ArrayList<>(BENCHMARKS);
    List<String> homes = new ArrayList<>(jdks);
    if (round % 2 == 1) {
      Collections.reverse(benchmarks);
      Collections.reverse(homes);
    }
    for (String benchmark : benchmarks) {
      for (String home : homes) {
        fork(benchmark, home);
      }
    }
  }

  private void fork(String benchmark, String home) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(Pattern.quote(PACKAGE + "." + benchmark) + "$")
            .jvm(Path.of(home, "bin", "java").toString())
            .forks(1)
            .warmupIterations(1)
            .warmupTime(TimeValue.seconds(seconds))
            .measurementIterations(1)
            .measurementTime(TimeValue.seconds(seconds))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true);
    if (benchmark.startsWith("Detector")) {
      options.param("hidden", "32");
    }
    for (RunResult result : new Runner(options.build()).run()) {
      add(benchmark, result);
    }
  }

  private void add(String benchmark, RunResult result) {
    Result<?> allocated = requireNonNull(result.getSecondaryResults().get(ALLOCATION), ALLOCATION);
    figures
        .computeIfAbsent(key(result.getParams().getJdkVersion(), benchmark), k -> new ForkFigures())
        .add(result.getPrimaryResult().getScore(), allocated.getScore());
  }

  private static String key(String jdk, String benchmark) {
    return Runtime.Version.parse(jdk).feature() + " " + benchmark;
  }

  private void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(folder.resolve("micro.json").toFile(), figures);
    Files.writeString(folder.resolve("micro.md"), MicroTable.of(figures));
  }
}
