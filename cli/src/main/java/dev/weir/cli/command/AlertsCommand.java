// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.topic.AlertLine;
import dev.weir.cli.topic.CommittedRecords;
import dev.weir.cli.topic.TerminalText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code weir alerts}: prints alerts as they are committed. */
@Command(
    name = "alerts",
    description = {
      "Print alerts as they are committed, one per line, until Ctrl-C.",
      "The score is the rarity of the point: 0.5 comes up once in 1,000 points, 0.91 once in 10,000."
          + " It is followed by the signal that contributed most: pattern, error, drift, season,"
          + " calm or range."
    })
public final class AlertsCommand implements Callable<Integer> {

  @Option(
      names = "--topic",
      defaultValue = "weir-alerts",
      description = "Topic of alerts (default: ${DEFAULT-VALUE}).")
  private String topic = "";

  @Option(names = "--from-beginning", description = "Include alerts that are already in the topic.")
  private boolean fromBeginning;

  @Option(names = "--no-follow", description = "Stop at the current end of the topic.")
  private boolean once;

  @Option(
      names = "--max-messages",
      paramLabel = "N",
      defaultValue = "" + Integer.MAX_VALUE,
      showDefaultValue = CommandLine.Help.Visibility.NEVER,
      description = "Stop after N alerts (default: no limit).")
  private int limit;

  @Option(names = "--json", description = "Print the records as JSON, one per line.")
  private boolean json;

  private int printed;

  @Mixin private BrokerOption broker = new BrokerOption();

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommittedRecords.From from =
        fromBeginning || once ? CommittedRecords.From.BEGINNING : CommittedRecords.From.END;
    try (CommittedRecords records =
        new CommittedRecords(broker.brokers, topic, from, this::reportSkipped)) {
      if (once) {
        records.readToEnd(this::print);
        return CommandLine.ExitCode.OK;
      }
      while (printed < limit && !Thread.currentThread().isInterrupted()) {
        records.poll(this::print);
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private void reportSkipped(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  private void print(JsonNode alert) {
    if (printed == limit) {
      return;
    }
    printed++;
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? TerminalText.escape(alert.toString()) : AlertLine.of(alert));
    out.flush();
  }
}
