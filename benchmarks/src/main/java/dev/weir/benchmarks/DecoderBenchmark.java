package dev.weir.benchmarks;

import dev.weir.event.EventFormat;
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

/** Bytes to event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(5)
public class DecoderBenchmark {

  private final byte[] json =
      "{\"series\":\"rack-07/host-0042/cpu.user\",\"time\":1722945600000,\"value\":93.4127,\"unit\":\"percent\"}"
          .getBytes(StandardCharsets.UTF_8);
  private final byte[] csv =
      "rack-07/host-0042/cpu.user,1722945600000,93.4127".getBytes(StandardCharsets.UTF_8);

  /** A JSON event with one field that is not ours. */
  @Benchmark
  public void json(Blackhole sink) {
    EventFormat.JSON.decoder().decode(json, sink::consume);
  }

  /** The same event as a CSV line. */
  @Benchmark
  public void csv(Blackhole sink) {
    EventFormat.CSV.decoder().decode(csv, sink::consume);
  }
}
