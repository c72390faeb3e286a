// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.WeirRun;
import dev.weir.sandbox.broker.EmbeddedBroker;
import dev.weir.sandbox.junit.BrokerExtension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BrokerExtension.class)
class CommittedRecordsIT {

  @Test
  void readToEnd_overForeignRecords_skipsAndReportsThem(EmbeddedBroker broker) throws Exception {
    send(broker, "foreign");
    List<JsonNode> records = new ArrayList<>();
    List<String> skipped = new ArrayList<>();

    try (CommittedRecords topic =
        new CommittedRecords(
            broker.address(), "foreign", CommittedRecords.From.BEGINNING, skipped::add)) {
      topic.readToEnd(records::add);
    }

    assertThat(records)
        .extracting(json -> json.get("series").asText())
        .containsExactly("a\u009b1m", "b");
    assertThat(skipped).hasSize(5);
    assertThat(skipped.get(0)).contains("topic=foreign", "partition=0", "offset=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--from-beginning", "--json"})
  void alerts_overForeignRecords_printsTheOthers(String option, EmbeddedBroker broker)
      throws Exception {
    String topic = "foreign" + option;
    send(broker, topic);

    WeirRun run =
        WeirRun.succeed(
            "alerts", "--no-follow", option, "--topic", topic, "--brokers", broker.address());

    assertThat(run.out().lines()).hasSize(2).allSatisfy(CommittedRecordsIT::assertPrintable);
    assertThat(run.out()).contains("a\\u009b1m");
    assertThat(run.err().lines()).hasSize(5).allSatisfy(CommittedRecordsIT::assertPrintable);
  }

  private static void assertPrintable(String line) {
    assertThat(line).doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9f}]");
  }

  /** Sends two alerts and five records of other programs. */
  private static void send(EmbeddedBroker broker, String topic) throws Exception {
    @Nullable String[] values = {
      "{\"series\":\"a\u009b1m\"}",
      "not JSON\u001b[2J",
      null,
      "",
      "[1,2]",
      "{\"series\":5}",
      "{\"series\":\"b\"}"
    };
    try (Topics topics = new Topics(broker.address());
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address()),
                new StringSerializer(),
                new StringSerializer())) {
      topics.create(List.of(topic), 1);
      Awaitility.await().until(() -> topics.names().contains(topic));
      List<Future<RecordMetadata>> sent =
          Arrays.stream(values)
              .map(value -> producer.send(new ProducerRecord<>(topic, value)))
              .toList();
      for (Future<RecordMetadata> record : sent) {
        record.get();
      }
    }
  }
}
