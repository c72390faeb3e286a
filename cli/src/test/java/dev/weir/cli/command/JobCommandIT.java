// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.WeirRun;
import dev.weir.sandbox.broker.EmbeddedBroker;
import dev.weir.sandbox.junit.BrokerExtension;
import dev.weir.sandbox.process.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerExtension.class)
class JobCommandIT {

  @TempDir private Path folder;

  @Test
  void job_metricsPortInUse_printsPortAndRemedyButNoUrl(EmbeddedBroker broker) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThat(run(broker, port))
          .contains("port " + port + " is in use", "--metrics-port")
          .doesNotContain("http://");
    }
  }

  @Test
  void job_metricsPortFree_printsUrl(EmbeddedBroker broker) throws IOException {
    int port = FreePort.pick();
    assertThat(run(broker, port)).contains("http://localhost:" + port + "/metrics");
  }

  /** Returns the output of a job that ends at the end of its topics. */
  private String run(EmbeddedBroker broker, int metricsPort) {
    return WeirRun.succeed(
            "job",
            "--model",
            "default",
            "--brokers",
            broker.address(),
            "--state",
            folder.toString(),
            "--metrics-port",
            String.valueOf(metricsPort),
            "--stop-at",
            "latest")
        .out();
  }
}
