// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.weir.cli.plan.Machine;
import dev.weir.cli.plan.MeasuredFigures;
import dev.weir.cli.plan.PlanText;
import dev.weir.cli.plan.PlannedWorkload;
import dev.weir.cli.plan.Planner;
import dev.weir.cli.plan.StateBackendKind;
import dev.weir.cli.plan.Workload;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code weir plan}: computes the resources for a number of series. */
@Command(
    name = "plan",
    description =
        "Compute cores, memory, machines, checkpoint size and Kafka partitions for a number of series, from measured figures. Formulas and assumptions: docs/how-to/capacity.md.")
public final class PlanCommand implements Callable<Integer> {

  private static final List<Long> TABLE = List.of(1_000_000L, 100_000_000L, 1_000_000_000L);

  @Option(
      names = "--series",
      paramLabel = "N",
      defaultValue = "10000000",
      description = "Number of series (default: ${DEFAULT-VALUE}).")
  private long series;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "Time between two points of a series, seconds (default: ${DEFAULT-VALUE}).")
  private double every;

  @Option(
      names = "--hidden",
      paramLabel = "UNITS",
      defaultValue = "32",
      description = "Units of the model's LSTM, one layer (default: ${DEFAULT-VALUE}).")
  private int hidden;

  @Option(
      names = "--backend",
      defaultValue = "hashmap",
      description = "State backend, hashmap (heap) or rocksdb (files) (default: ${DEFAULT-VALUE}).")
  private StateBackendKind backend = StateBackendKind.HASHMAP;

  @Option(
      names = "--checkpoint-interval",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "Time between two checkpoints, seconds (default: ${DEFAULT-VALUE}).")
  private double checkpointSeconds;

  @Option(
      names = "--headroom",
      paramLabel = "PART",
      defaultValue = "0.5",
      description =
          "Fraction of the cores left idle for peaks and for catching up after a failure (default: ${DEFAULT-VALUE}).")
  private double headroom;

  @Option(
      names = "--cores",
      paramLabel = "N",
      defaultValue = "16",
      description = "Cores per machine (default: ${DEFAULT-VALUE}).")
  private int cores;

  @Option(
      names = "--memory",
      paramLabel = "GIB",
      defaultValue = "64",
      description = "Memory per machine, GiB (default: ${DEFAULT-VALUE}).")
  private double memoryGib;

  @Option(
      names = "--json",
      description = "Print JSON with all digits, the machine and the measured figures.")
  private boolean json;

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Machine machine = new Machine(cores, memoryGib, headroom);
    Workload load = new Workload(series, every, hidden, backend, checkpointSeconds);
    MeasuredFigures measured = MeasuredFigures.read();
    Planner planner = new Planner(measured);
    PlannedWorkload asked = new PlannedWorkload(load, planner.plan(load, machine));
    List<PlannedWorkload> table =
        TABLE.stream()
            .map(load::withSeries)
            .map(other -> new PlannedWorkload(other, planner.plan(other, machine)))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        json
            ? json(machine, asked, table, measured)
            : PlanText.of(machine, asked, table, measured));
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private static String json(
      Machine machine, PlannedWorkload asked, List<PlannedWorkload> table, MeasuredFigures measured)
      throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("machine", machine);
    all.put("asked", asked);
    all.put("table", table);
    all.put("measured", measured.figures());
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all)
        + System.lineSeparator();
  }
}
