package dev.weir.benchmarks.pipeline;

import dev.weir.event.DecodeResult;
import dev.weir.event.EventDecoder;
import dev.weir.event.EventFormat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The least that reads events from Kafka and steps them: one consumer, one thread. */
final class ConsumerLoop {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CellRun.Input input;
  private final Window window;
  private final EventStep step;
  private final EventDecoder decoder = EventFormat.JSON.decoder();

  ConsumerLoop(CellRun run, Window window, EventStep step) {
    this.input = run.input();
    this.window = window;
    this.step = step;
  }

  /** Reads all events; what became of them, by the job's names. */
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
      ConsumerRecords<byte[], byte[]> records = consumer.poll(PATIENCE);
      if (records.isEmpty()) {
        throw new IllegalStateException(
            "the topic has run dry: expected=" + input.events() + ", found=" + events);
      }
      for (ConsumerRecord<byte[], byte[]> record : records) {
        decoder.decode(record.value(), this::accept);
      }
      events += records.count();
      if (window.reached(events)) {
        requireMore(consumer);
      }
    }
  }

  private void requireMore(KafkaConsumer<byte[], byte[]> consumer) {
    for (TopicPartition partition : consumer.assignment()) {
      RunDry.require(input, consumer.position(partition));
    }
  }

  private void accept(DecodeResult result) {
    if (result instanceof DecodeResult.Decoded decoded) {
      step.step(decoded.event());
    } else {
      throw new IllegalStateException("every event must be well-formed: found=" + result);
    }
  }
}
