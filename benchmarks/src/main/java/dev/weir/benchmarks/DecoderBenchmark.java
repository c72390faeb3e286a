package dev.weir.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.event.EventDecoder;
import dev.weir.event.EventFormat;
import dev.weir.event.MetricEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Bytes to event: ours, and Jackson's two ways to the same {@link MetricEvent}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(5)
public class DecoderBenchmark {

  /** 107 bytes, two fields of which are not ours. */
  private final byte[] json =
      "{\"series\":\"rack-07/host-0042/cpu.user\",\"time\":1722945600000,\"value\":93.4127,\"unit\":\"percent\",\"region\":\"e1\"}"
          .getBytes(StandardCharsets.UTF_8);

  private final byte[] csv =
      "rack-07/host-0042/cpu.user,1722945600000,93.4127".getBytes(StandardCharsets.UTF_8);
  private final EventDecoder jsonDecoder = EventFormat.JSON.decoder();
  private final EventDecoder csvDecoder = EventFormat.CSV.decoder();
  private final JsonFactory factory = new JsonFactory();
  private final ObjectMapper mapper = new ObjectMapper(factory);

  /** A JSON event. */
  @Benchmark
  public void json(Blackhole sink) {
    jsonDecoder.decode(json, sink::consume);
  }

  /** What the event has as a CSV line. */
  @Benchmark
  public void csv(Blackhole sink) {
    csvDecoder.decode(csv, sink::consume);
  }

  /** The JSON event by Jackson's streaming parser. */
  @Benchmark
  public MetricEvent jacksonStreaming() throws IOException {
    String series = "";
    long time = 0;
    double value = 0;
    try (JsonParser parser = factory.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "series" -> series = parser.getText();
          case "time" -> time = parser.getLongValue();
          case "value" -> value = parser.getDoubleValue();
          default -> parser.skipChildren();
        }
      }
    }
    return new MetricEvent(series, time, new double[] {value});
  }

  /** The JSON event by Jackson's tree. */
  @Benchmark
  public MetricEvent jacksonTree() throws IOException {
    JsonNode event = mapper.readTree(json);
    double[] values = {event.get("value").doubleValue()};
    return new MetricEvent(event.get("series").textValue(), event.get("time").longValue(), values);
  }
}
