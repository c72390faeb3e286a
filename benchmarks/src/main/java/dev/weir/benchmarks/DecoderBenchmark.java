// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.event.EventDecoder;
import dev.weir.event.EventFormat;
import dev.weir.event.EventSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Bytes to event: ours, and Jackson's two ways. Each gives series, time and value to the same sink;
 * the records are those of many series in turn, so that neither the processor nor a decoder learns
 * one by heart.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(5)
@SuppressWarnings("NullAway.Init") // JMH calls records
public class DecoderBenchmark {

  /** How many series the records are of. */
  @Param("1000")
  public int series;

  private final EventDecoder jsonDecoder = EventFormat.JSON.decoder();
  private final EventDecoder csvDecoder = EventFormat.CSV.decoder();

  private final JsonFactory factory =
      JsonFactory.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build();
  private final ObjectMapper mapper = new ObjectMapper(factory);
  private final double[] values = new double[1];
  private byte[][] json = {};
  private byte[][] csv = {};
  private EventSink sink;
  private int next;

  /** Makes the records, and where events go. */
  @Setup
  public void records(Blackhole blackhole) {
    sink = new Consumed(blackhole);
    Random random = new Random(7);
    json = new byte[series][];
    csv = new byte[series][];
    for (int i = 0; i < series; i++) {
      String name = String.format("rack-%02d/host-%04d/cpu.user", i / 10_000 % 100, i % 10_000);
      long time = 1_722_945_600_000L + random.nextInt(1_000_000_000);
      double value = (100_000 + random.nextInt(900_000)) / 1e4;
      json[i] = bytes(event(name, time, value));
      csv[i] = bytes(name + "," + time + "," + value);
    }
  }

  /** 107 bytes where the value has four decimals, two fields of which are not ours. */
  private static String event(String name, long time, double value) {
    return "{\"series\":\""
        + name
        + "\",\"time\":"
        + time
        + ",\"value\":"
        + value
        + ",\"unit\":\"percent\",\"region\":\"e1\"}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] next(byte[][] records) {
    next = next + 1 < records.length ? next + 1 : 0;
    return records[next];
  }

  /** A JSON event. */
  @Benchmark
  public void json() {
    jsonDecoder.decode(next(json), sink);
  }

  /** What the event has as a CSV line. */
  @Benchmark
  public void csv() {
    csvDecoder.decode(next(csv), sink);
  }

  /**
   * The JSON event by Jackson's streaming parser, as one writes it who wants it fast: one factory,
   * whose table of field names is filled after the first records, so that a name is no new String
   * and, since it is interned, is told by its reference; the buffers come from the thread's pool;
   * the fast parser of doubles. There is no way to reuse the parser itself. What isn't ours is
   * stepped over, and nothing is looked at behind the object.
   */
  @Benchmark
  public void jacksonStreaming() throws IOException {
    String name = "";
    long time = 0;
    try (JsonParser parser = factory.createParser(next(json))) {
      parser.nextToken();
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        JsonToken token = parser.nextToken();
        if (field == "series") {
          name = parser.getText();
        } else if (field == "time") {
          time = parser.getLongValue();
        } else if (field == "value") {
          values[0] = parser.getDoubleValue();
        } else if (token.isStructStart()) {
          parser.skipChildren();
        }
      }
    }
    sink.event(name, time, values, 1);
  }

  /** The JSON event by Jackson's tree. */
  @Benchmark
  public void jacksonTree() throws IOException {
    JsonNode event = mapper.readTree(next(json));
    values[0] = event.get("value").doubleValue();
    sink.event(event.get("series").textValue(), event.get("time").longValue(), values, 1);
  }

  private record Consumed(Blackhole blackhole) implements EventSink {

    @Override
    public void event(String series, long timeMillis, double[] values, int count) {
      blackhole.consume(series);
      blackhole.consume(timeMillis);
      blackhole.consume(values[0]);
    }

    @Override
    public void malformed(String reason) {
      throw new IllegalStateException(reason);
    }
  }
}
