// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import picocli.CommandLine.Option;

/** Where Kafka is. */
final class BrokerOption {

  @Option(
      names = "--brokers",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:9092",
      description = "Kafka's bootstrap servers, comma-separated (default: ${DEFAULT-VALUE}).")
  String brokers = "";
}
