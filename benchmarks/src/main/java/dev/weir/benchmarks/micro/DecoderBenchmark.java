// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.micro;

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
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Benchmark of event decoding: Weir's decoders, Jackson's streaming parser and Jackson's tree.
 *
 * <p>Each passes series, time and value to the same sink. Records of many series take turns, so
 * that neither branch prediction nor a cache favours one record.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls records
public class DecoderBenchmark extends PerEventBenchmark {

  /** Number of series in the records. */
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

  /** Creates the records and the sink. */
  @Setup
  public void records(Blackhole blackhole) {
    sink = new BlackholeSink(blackhole);
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

  /** An event of 107 bytes if the value has four decimals, with two fields that Weir ignores. */
  private static String event(String name, long time, double value) {
    return "{\"series\":\"%s\",\"time\":%d,\"value\":%s,\"unit\":\"percent\",\"region\":\"e1\"}"
        .formatted(name, time, value);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] next(byte[][] records) {
    next = next + 1 < records.length ? next + 1 : 0;
    return records[next];
  }

  /** Weir, JSON. */
  @Benchmark
  public void json() {
    jsonDecoder.decode(next(json), sink);
  }

  /** Weir, the same event as a CSV line. */
  @Benchmark
  public void csv() {
    csvDecoder.decode(next(csv), sink);
  }

  /**
   * Jackson's streaming parser in its fastest form: one factory with the fast double parser. It
   * interns field names, so they are compared by reference, and takes buffers from a pool per
   * thread. The parser itself can't be reused. Other fields are skipped, and bytes after the object
   * are not checked.
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

  /** Jackson's tree. */
  @Benchmark
  public void jacksonTree() throws IOException {
    JsonNode event = mapper.readTree(next(json));
    values[0] = event.get("value").doubleValue();
    sink.event(event.get("series").textValue(), event.get("time").longValue(), values, 1);
  }

  private record BlackholeSink(Blackhole blackhole) implements EventSink {

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
