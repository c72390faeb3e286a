// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.cli.replay.EventProducer;
import dev.weir.cli.replay.MergedReplay;
import dev.weir.cli.replay.Pace;
import dev.weir.cli.replay.Replayer;
import dev.weir.cli.topic.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weir replay}: sends the rows of CSV files to a topic. */
@Command(
    name = "replay",
    description =
        "Send the rows of all CSV files in a folder to a topic, merged by time, at a chosen speed.")
public final class ReplayCommand implements Callable<Integer> {

  private static final int PARTITIONS = 4;

  @Parameters(
      paramLabel = "DIR",
      description = "Folder of *.csv and *.csv.gz files with a time column and value columns.")
  private Path folder = Path.of("");

  @Option(
      names = "--topic",
      defaultValue = "metrics",
      description = "Topic, created if it does not exist (default: ${DEFAULT-VALUE}).")
  private String topic = "";

  @Option(
      names = "--speed",
      defaultValue = "max",
      description =
          "Speed: max, realtime, or a multiple of real time such as 60x (default: ${DEFAULT-VALUE}).")
  private String speed = "";

  @Mixin private BrokerOption broker = new BrokerOption();

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Pace pace = Pace.of(speed);
    PrintWriter out = spec.commandLine().getOut();
    try (MergedReplay replay = new MergedReplay(folder);
        Topics topics = new Topics(broker.brokers)) {
      topics.create(List.of(topic), PARTITIONS);
      replay.skippedFiles().forEach(out::println);
      out.printf(
          "replaying %d files from %s to %s at %s, speed %s%n",
          replay.files(), folder, topic, broker.brokers, speed);
      out.flush();
      send(replay, pace, out);
    }
    return CommandLine.ExitCode.OK;
  }

  private void send(MergedReplay replay, Pace pace, PrintWriter out) throws IOException {
    try (EventProducer producer = new EventProducer(broker.brokers, topic)) {
      Replayer replayer = new Replayer(producer, pace, out::println);
      long sent = replayer.send(replay);
      out.printf(
          "sent %,d events at %,.0f/s; skipped %,d cells without time or number%n",
          sent, replayer.perSecond(), replay.skippedCells());
    }
  }
}
