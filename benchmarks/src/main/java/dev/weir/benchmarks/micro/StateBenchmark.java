// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.micro;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.detect.DetectorState;
import dev.weir.sandbox.model.RandomModel;
import dev.weir.series.Observation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Benchmark of the serialization of one series' state, which a state backend such as RocksDB does
 * per event.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class StateBenchmark extends PerEventBenchmark {

  private static final int POINTS = 2000;

  private DetectorState state;
  private ByteArrayOutputStream bytes;
  private DataOutputStream out;
  private byte[] written;

  /** Steps one series until all parts of its state are filled. */
  @Setup
  public void setUp() throws IOException {
    Detector detector = new Detector(RandomModel.ofHidden(32).model(), DetectorConfig.DEFAULT);
    state = detector.newState();
    Random random = new Random(1);
    for (long i = 0; i < POINTS; i++) {
      detector.step(state, new Observation(60_000 * i, new double[] {random.nextGaussian()}));
    }
    detector.flush();
    bytes = new ByteArrayOutputStream(2048);
    out = new DataOutputStream(bytes);
    written = write().toByteArray();
  }

  /** State to bytes, into a reused buffer. */
  @Benchmark
  public ByteArrayOutputStream write() throws IOException {
    bytes.reset();
    state.write(out);
    return bytes;
  }

  /** Bytes to state. */
  @Benchmark
  public DetectorState read() throws IOException {
    state.readFrom(new DataInputStream(new ByteArrayInputStream(written)));
    return state;
  }
}
