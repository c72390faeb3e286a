// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.event.EventDecoder;
import dev.weir.event.EventSink;
import dev.weir.series.RecordedSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * History from a Kafka topic between two times, decoded as in the job.
 *
 * <p>Timestamps in a partition are not sorted: a transaction marker has the wall clock, a backfill
 * has past times. The broker finds the first record of the span, because all records before it are
 * earlier. It can't find the last one, so each partition is read to its end and each record is
 * filtered by its timestamp.
 *
 * <p>The consumer has no group and commits nothing, so other consumers are not affected. The end
 * offsets are fixed at the start, so that reading ends even if the topic is written to. Malformed
 * records are counted as missing; a warning names the first one.
 */
public final class KafkaTopic implements HistorySource {

  private static final Duration POLL = Duration.ofMillis(200);

  private final TopicSpan config;

  /** Creates a source for this span. */
  public KafkaTopic(TopicSpan config) {
    this.config = config;
  }

  @Override
  public History read() {
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties())) {
      return read(consumer);
    }
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>(config.client());
    properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.putIfAbsent(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return properties;
  }

  /** Reads with this consumer and leaves it open. */
  History read(Consumer<byte[], byte[]> consumer) {
    Map<TopicPartition, Long> ends = seek(consumer);
    SeriesByName series = new SeriesByName();
    long idleSince = System.nanoTime();
    while (!isAtEnd(consumer, ends)) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      for (ConsumerRecord<byte[], byte[]> record : records) {
        if (record.offset() < ends.getOrDefault(partition(record), 0L) && isWithin(record)) {
          series.add(record);
        }
      }
      idleSince = records.isEmpty() ? idleSince : System.nanoTime();
      requireNotIdle(idleSince);
    }
    return series.history();
  }

  private boolean isWithin(ConsumerRecord<byte[], byte[]> record) {
    return record.timestamp() >= config.from().toEpochMilli()
        && record.timestamp() < config.to().toEpochMilli();
  }

  /** Seeks each partition to the first record of the span. Returns the end offsets. */
  private Map<TopicPartition, Long> seek(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = partitions(consumer);
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, OffsetAndTimestamp> starts =
        at(consumer, partitions, config.from().toEpochMilli());
    for (TopicPartition partition : partitions) {
      consumer.seek(partition, offset(starts, partition, ends.getOrDefault(partition, 0L)));
    }
    return ends;
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    List<PartitionInfo> infos = consumer.partitionsFor(config.topic());
    if (infos == null || infos.isEmpty()) {
      throw new UntrainableException(
          "no data: the topic does not exist: topic="
              + config.topic()
              + ", bootstrap.servers="
              + config.client().get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
    }
    return infos.stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
  }

  private static Map<TopicPartition, OffsetAndTimestamp> at(
      Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, long millis) {
    return consumer.offsetsForTimes(
        partitions.stream().collect(Collectors.toMap(partition -> partition, p -> millis)));
  }

  private static long offset(
      Map<TopicPartition, OffsetAndTimestamp> found, TopicPartition partition, long end) {
    OffsetAndTimestamp offset = found.get(partition);
    return offset == null ? end : offset.offset();
  }

  private static boolean isAtEnd(
      Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void requireNotIdle(long sinceNanos) {
    if (System.nanoTime() - sinceNanos > config.idle().toNanos()) {
      throw new UntrainableException(
          "the broker returned no records for "
              + config.idle()
              + ": topic="
              + config.topic()
              + "; check that all its partitions have a leader");
    }
  }

  private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  /** Builders of the series read so far. */
  private final class SeriesByName {

    private final EventDecoder decoder = config.format().decoder();
    private final Map<String, SeriesBuilder> builders = new TreeMap<>();
    private final Map<String, Integer> features = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private long malformed;

    void add(ConsumerRecord<byte[], byte[]> record) {
      if (record.value() == null) {
        addMalformed(record, "an empty record");
        return;
      }
      decoder.decode(record.value(), new Decoded(record));
    }

    private int width(String series, int width) {
      return features.computeIfAbsent(series, name -> width);
    }

    private SeriesBuilder builder(String series, int width) {
      return builders.computeIfAbsent(
          series, name -> new SeriesBuilder(name, names(width), config.rules()));
    }

    private static List<String> names(int width) {
      return width == 1
          ? List.of(RecordedSeries.ONLY_FEATURE)
          : IntStream.rangeClosed(1, width).mapToObj(i -> RecordedSeries.ONLY_FEATURE + i).toList();
    }

    private void addMalformed(ConsumerRecord<byte[], byte[]> record, String reason) {
      if (malformed++ == 0) {
        warnings.add(
            "malformed records were left out, the first at topic="
                + record.topic()
                + ", partition="
                + record.partition()
                + ", offset="
                + record.offset()
                + ": "
                + reason);
      }
    }

    /** Receives the events of one record. */
    private final class Decoded implements EventSink {

      private final ConsumerRecord<byte[], byte[]> record;

      Decoded(ConsumerRecord<byte[], byte[]> record) {
        this.record = record;
      }

      @Override
      public void event(String series, long timeMillis, double[] values, int count) {
        int expected = width(series, count);
        if (count != expected) {
          malformed("series=" + series + " has values=" + count + ", expected=" + expected);
          return;
        }
        builder(series, count).add(timeMillis, Arrays.copyOf(values, count));
      }

      @Override
      public void malformed(String reason) {
        addMalformed(record, reason);
      }
    }

    History history() {
      List<RecordedSeries> series = new ArrayList<>();
      HistoryCounts counts = new HistoryCounts(0, 0, 0, malformed);
      for (SeriesBuilder builder : builders.values()) {
        series.add(builder.build());
        counts = counts.plus(builder.counts());
      }
      return new History("kafka topic " + config.topic(), series, counts, warnings);
    }
  }
}
