package dev.weir.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.topic.AlertLine;
import dev.weir.cli.topic.CommittedRecords;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The alerts, as they come. */
@Command(
    name = "alerts",
    description = {
      "Follow the alerts, one line each; Ctrl-C ends it.",
      "A score of 0.5 lies on the line of the alert budget, 0.91 is ten times rarer. Behind it: in"
          + " what way the point is unusual (pattern, error, drift, season, calm or range)."
    })
public final class AlertsCommand implements Callable<Integer> {

  @Option(
      names = "--topic",
      defaultValue = "weir-alerts",
      description = "Topic of the alerts (default: ${DEFAULT-VALUE}).")
  private String topic = "";

  @Option(names = "--from-beginning", description = "Show those that are there already, too.")
  private boolean fromBeginning;

  @Option(names = "--no-follow", description = "End when all that is there by now was shown.")
  private boolean once;

  @Option(names = "--json", description = "The records as they are, one a line.")
  private boolean json;

  @Mixin private BrokerOption broker = new BrokerOption();

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommittedRecords.From from =
        fromBeginning || once ? CommittedRecords.From.BEGINNING : CommittedRecords.From.END;
    try (CommittedRecords records = new CommittedRecords(broker.brokers, topic, from)) {
      if (once) {
        records.readToEnd(this::print);
        return CommandLine.ExitCode.OK;
      }
      while (!Thread.currentThread().isInterrupted()) {
        records.poll(this::print);
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private void print(JsonNode alert) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? alert.toString() : AlertLine.of(alert));
    out.flush();
  }
}
