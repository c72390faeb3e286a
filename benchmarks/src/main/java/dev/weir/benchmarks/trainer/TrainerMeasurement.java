package dev.weir.benchmarks.trainer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.weir.trainer.window.WindowConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures the trainer beside DJL's loop, each fit in a fresh process, the order turned round from
 * one round to the next so that neither always has the quieter machine.
 */
@Command(
    name = "TrainerMeasurement",
    description = "Measures the trainer beside DJL's own loop, each fit in a fresh process.",
    mixinStandardHelpOptions = true)
public final class TrainerMeasurement implements Callable<Integer> {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Parameters(index = "0", paramLabel = "FOLDER", description = "where the figures go")
  private Path folder = Path.of("");

  @Parameters(index = "1", paramLabel = "ROUNDS", description = "5 or more for figures to quote")
  private int rounds;

  @Option(
      names = "--series",
      defaultValue = "512",
      description = "series learnt from (default: ${DEFAULT-VALUE})")
  private int series;

  @Option(
      names = "--points",
      defaultValue = "2048",
      description = "points of each (default: ${DEFAULT-VALUE})")
  private int points;

  @Option(
      names = "--passes",
      defaultValue = "10",
      description = "passes over them (default: ${DEFAULT-VALUE})")
  private int passes;

  @Option(
      names = "--lanes",
      description = "series that Weir steps side by side (default: ${DEFAULT-VALUE})")
  private int lanes = WindowConfig.DEFAULT.lanes();

  @Option(
      names = "--window",
      description =
          "steps of Weir's loop through which an error is propagated back (default: ${DEFAULT-VALUE})")
  private int window = WindowConfig.DEFAULT.window();

  @Option(
      names = "--learning-rate",
      description = "of Weir's loop (default: ${DEFAULT-VALUE}); DJL's has the trainer's default")
  private double learningRate = 0.01;

  @Option(names = "--loops", split = ",", description = "${COMPLETION-CANDIDATES}; default: all")
  private List<Loop> loops = List.of(Loop.values());

  /** Runs the command. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new TrainerMeasurement()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds must be 1 or more: rounds=" + rounds);
    }
    Files.createDirectories(folder);
    List<TrainerFigure> figures = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      round(round, figures);
    }
    return CommandLine.ExitCode.OK;
  }

  private void round(int round, List<TrainerFigure> figures)
      throws IOException, InterruptedException {
    TrainerSize size =
        new TrainerSize(series, points, passes, lanes, window, learningRate, round + 1);
    List<Loop> ordered = new ArrayList<>(loops);
    if (round % 2 == 1) {
      Collections.reverse(ordered);
    }
    for (Loop loop : ordered) {
      TrainerFigure figure = inFreshProcess(loop, size);
      figures.add(figure);
      System.out.println(line(round, figure));
    }
    write(size, figures);
  }

  private TrainerFigure inFreshProcess(Loop loop, TrainerSize size)
      throws IOException, InterruptedException {
    Path task = folder.resolve("trainer-task.json");
    Path result = folder.resolve("trainer-result.json");
    JSON.writeValue(task.toFile(), size);
    Process process = new ProcessBuilder(command(loop, task, result)).inheritIO().start();
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException("the fit failed, see above: loop=" + loop + ", status=" + status);
    }
    TrainerFigure figure = JSON.readValue(result.toFile(), TrainerFigure.class);
    Files.delete(task);
    Files.delete(result);
    return figure;
  }

  private static List<String> command(Loop loop, Path task, Path result) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Stream.of(List.of(java), vectors(), arguments(loop, task, result))
        .flatMap(List::stream)
        .toList();
  }

  /** As {@code ./weir} has it. */
  private static List<String> vectors() {
    boolean wide = Set.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    return wide ? List.of("-XX:MaxVectorSize=32") : List.of();
  }

  private static List<String> arguments(Loop loop, Path task, Path result) {
    return List.of(
        "-Xmx2g",
        "-XX:+UseSerialGC",
        "-Dai.djl.offline=true",
        "-DOPT_OUT_TRACKING=true",
        "-Dai.djl.pytorch.num_threads=1",
        "-Dai.djl.pytorch.num_interop_threads=1",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
        "-cp",
        System.getProperty("java.class.path"),
        TrainerProcess.class.getName(),
        loop.name(),
        task.toString(),
        result.toString());
  }

  private static String line(int round, TrainerFigure figure) {
    return String.format(
        Locale.ROOT,
        "round %d  %-5s %,11.0f points/s/core  %.1f s  cpu %.1f s  MASE %.4f  log score %.4f",
        round,
        figure.loop(),
        figure.pointsPerCore(),
        figure.seconds(),
        figure.cpuSeconds(),
        figure.mase(),
        figure.logScore());
  }

  private void write(TrainerSize size, List<TrainerFigure> figures) throws IOException {
    JSON.writeValue(
        folder.resolve("trainer.json").toFile(), Map.of("size", size, "figures", figures));
    if (loops.size() == Loop.values().length) {
      Files.writeString(folder.resolve("trainer.md"), TrainerTable.of(size, figures));
    }
  }
}
