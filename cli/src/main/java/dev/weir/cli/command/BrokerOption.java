// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import picocli.CommandLine.Option;

/** Option for the addresses of the Kafka brokers. */
final class BrokerOption {

  @Option(
      names = "--brokers",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:9092",
      description = "Kafka brokers, separated by commas (default: ${DEFAULT-VALUE}).")
  String brokers = "";
}
