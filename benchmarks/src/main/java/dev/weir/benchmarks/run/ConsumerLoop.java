// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.run;

import dev.weir.benchmarks.cell.CellRun;
import dev.weir.benchmarks.load.TopicFiller;
import dev.weir.event.EventDecoder;
import dev.weir.event.EventFormat;
import dev.weir.event.EventSink;
import dev.weir.event.MetricEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Loop that reads and processes events without Flink, with one consumer in one thread: the upper
 * bound for the job.
 */
final class ConsumerLoop implements EventSink {

  private static final Duration POLL_TIMEOUT = Duration.ofSeconds(10);

  private final CellRun.Input input;
  private final MeasuredWindow window;
  private final EventStep step;
  private final EventDecoder decoder = EventFormat.JSON.decoder();

  ConsumerLoop(CellRun run, MeasuredWindow window, EventStep step) {
    this.input = run.input();
    this.window = window;
    this.step = step;
  }

  /**
   * Processes all events.
   *
   * @return numbers of processed events, by counter of the job
   */
  Map<String, Long> run() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", input.brokers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, TopicFiller.PARTITIONS)
              .mapToObj(i -> new TopicPartition(input.topic(), i))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      read(consumer);
    }
    return step.counts();
  }

  private void read(KafkaConsumer<byte[], byte[]> consumer) {
    long events = 0;
    while (events < input.events()) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL_TIMEOUT);
      if (records.isEmpty()) {
        throw new IllegalStateException(
            "the topic holds fewer events than expected: expected="
                + input.events()
                + ", found="
                + events);
      }
      for (ConsumerRecord<byte[], byte[]> record : records) {
        decoder.decode(record.value(), this);
      }
      events += records.count();
      if (window.advanceTo(events)) {
        requireEventsLeft(consumer);
      }
    }
  }

  private void requireEventsLeft(KafkaConsumer<byte[], byte[]> consumer) {
    for (TopicPartition partition : consumer.assignment()) {
      input.requireEventsLeft(consumer.position(partition));
    }
  }

  @Override
  public void event(String series, long timeMillis, double[] values, int count) {
    step.step(new MetricEvent(series, timeMillis, Arrays.copyOf(values, count)));
  }

  @Override
  public void malformed(String reason) {
    throw new IllegalStateException("every synthetic event must be valid: found=" + reason);
  }
}
