// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.deploy;

import static dev.weir.cli.deploy.Compose.optionValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.job.JobOptions;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.RestOptions;
import org.junit.jupiter.api.Test;

/** Checks that ports and addresses are the same in all deployment files. */
class DeploymentPortsTest {

  private final Compose compose = new Compose();

  /** Returns the scrape target of Prometheus: services and port. */
  private Yml scraped() {
    return Repository.yaml("deploy/prometheus/prometheus.yml")
        .at("scrape_configs")
        .items()
        .get(0)
        .at("dns_sd_configs")
        .items()
        .get(0);
  }

  /** Returns the advertised listeners of Kafka: name to host:port. */
  private Map<String, String> advertised() {
    Map<String, String> listeners = new HashMap<>();
    Arrays.stream(compose.environment("kafka", "KAFKA_ADVERTISED_LISTENERS").split(","))
        .map(listener -> listener.split("://", 2))
        .forEach(parts -> listeners.put(parts[0], parts[1]));
    return listeners;
  }

  @Test
  void scrapedPort_isThatOfTheReporterAndExposed() {
    String port = scraped().at("port").text();

    assertThat(scraped().at("names").texts())
        .containsExactlyInAnyOrder("jobmanager", "taskmanager")
        .allSatisfy(
            service -> {
              assertThat(compose.flinkProperties(service))
                  .containsEntry("metrics.reporter.weir.registry", "prometheus")
                  .containsEntry("metrics.reporter.weir.bind-address", "0.0.0.0")
                  .containsEntry("metrics.reporter.weir.port", port);
              assertThat(compose.service(service).at("expose").texts()).containsExactly(port);
            });
  }

  @Test
  void ruleFiles_exist() {
    assertThat(Repository.yaml("deploy/prometheus/prometheus.yml").at("rule_files").texts())
        .isNotEmpty()
        .allMatch(file -> Repository.resolve("deploy/prometheus/" + file).toFile().isFile());
  }

  @Test
  void jobManagerPort_isThatOfSubmissionAndHealthCheck() {
    String port = String.valueOf(RestOptions.PORT.defaultValue());

    assertThat(compose.published("jobmanager")).containsEntry(port, port);
    assertThat(compose.environment("job", "JOBMANAGER")).isEqualTo("jobmanager:" + port);
    assertThat(compose.flinkProperties("jobmanager"))
        .containsEntry("jobmanager.rpc.address", "jobmanager");
    assertThat(compose.service("jobmanager").at("healthcheck").at("test").texts())
        .last()
        .asString()
        .endsWith("/localhost/" + port);
  }

  @Test
  void brokerAddress_isTheSameInAllContainers() {
    String inside = advertised().get("PLAINTEXT");

    assertThat(inside).startsWith("kafka:");
    assertThat(optionValue("--brokers", compose.command("job"))).isEqualTo(inside);
    assertThat(optionValue("--brokers", compose.command("trainer"))).isEqualTo(inside);
    assertThat(optionValue("--brokers", compose.command("publisher"))).isEqualTo(inside);
    assertThat(optionValue("--bootstrap-server", healthCheck("kafka"))).isEqualTo(inside);
    assertThat(compose.command("topics-init").get(0)).contains("--bootstrap-server " + inside);
  }

  @Test
  void brokerAddressOnHost_isTheDefaultOfTheCommands() {
    String outside = advertised().get("PLAINTEXT_HOST");
    String port = outside.substring(outside.indexOf(':') + 1);

    assertThat(outside)
        .isEqualTo(JobOptions.BROKERS.defaultValue())
        .isEqualTo(CommandLines.byDefault("replay", "--brokers"));
    assertThat(compose.published("kafka")).containsEntry(port, port);
  }

  @Test
  void listeners_areAdvertisedWithTheirPorts() {
    String listeners = compose.environment("kafka", "KAFKA_LISTENERS");
    String protocols = compose.environment("kafka", "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP");

    assertThat(advertised())
        .allSatisfy(
            (name, address) -> {
              assertThat(listeners).contains(name + "://:" + address.split(":")[1]);
              assertThat(protocols).contains(name + ":PLAINTEXT");
            });
    assertThat(listeners)
        .contains(
            "CONTROLLER://:"
                + compose.environment("kafka", "KAFKA_CONTROLLER_QUORUM_VOTERS").split(":")[1]);
  }

  @Test
  void grafanaDatasource_isPrometheus() {
    URI url =
        URI.create(
            Repository.yaml("deploy/grafana/provisioning/datasources/prometheus.yml")
                .at("datasources")
                .items()
                .get(0)
                .at("url")
                .text());

    assertThat(compose.names()).contains(url.getHost());
    assertThat(compose.published(url.getHost())).containsValue(String.valueOf(url.getPort()));
  }

  private List<String> healthCheck(String service) {
    return compose.service(service).at("healthcheck").at("test").texts();
  }
}
