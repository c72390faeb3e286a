// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import dev.weir.detect.DetectorModel;
import dev.weir.forecast.ForecastBatch;
import dev.weir.forecast.ForecastState;
import dev.weir.forecast.Forecaster;
import dev.weir.sandbox.model.RandomModel;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One step of the network, hidden 32, one feature, one thread: plain Java, the Vector API, and DJL
 * on PyTorch, each one series at a time and many side by side: all 512 at once, plain Java in parts
 * of as many as the job's batch takes. All take 512 series, so that they have the same states in
 * the same caches; the time is that of one series. Side by side is how the job steps them; states
 * are taken from each series' own array and given back, but for DJL's, which stay in the library.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 5, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class KernelBenchmark {

  static final int SERIES = 512;

  /** Series that step together: as many as fit, in equal parts. */
  private static final int TOGETHER = SERIES / ((SERIES - 1) / ForecastBatch.LANES + 1);

  private final KernelInputs inputs = new KernelInputs(SERIES);
  private final ForecastState[] plainStates = new ForecastState[SERIES];
  private final float[][] vectorStates = new float[SERIES][];
  private final float[][][] batchStates = new float[SERIES / TOGETHER][TOGETHER][];
  private final float[][] lanesStates = new float[SERIES][];
  private final float[] answer = new float[2];

  private Forecaster plain;
  private ForecastBatch batch;
  private VectorLstm vector;
  private VectorLanes lanes;

  /** Builds both kernels. */
  @Setup
  public void setUp() {
    DetectorModel model = RandomModel.ofHidden(32).model();
    plain = new Forecaster(model.architecture(), model.weights());
    batch = plain.newBatch();
    vector = new VectorLstm(model.architecture(), model.weights());
    lanes = new VectorLanes(model.architecture(), model.weights(), SERIES);
    for (int i = 0; i < SERIES; i++) {
      plainStates[i] = plain.newState();
      batchStates[i / TOGETHER][i % TOGETHER] = plain.newState().copy();
      vectorStates[i] = vector.newState();
      lanesStates[i] = vector.newState();
    }
  }

  /** {@code Forecaster.step}. */
  @Benchmark
  @OperationsPerInvocation(SERIES)
  public float plain() {
    float sum = 0;
    for (int i = 0; i < SERIES; i++) {
      plain.step(plainStates[i], inputs.next());
      sum += plainStates[i].mu(0);
    }
    return sum;
  }

  /** The same in the Vector API. */
  @Benchmark
  @OperationsPerInvocation(SERIES)
  public float vector() {
    float sum = 0;
    for (int i = 0; i < SERIES; i++) {
      vector.step(vectorStates[i], inputs.next(), answer);
      sum += answer[0];
    }
    return sum;
  }

  /** {@code ForecastBatch.step}. */
  @Benchmark
  @OperationsPerInvocation(SERIES)
  public float[][][] plainBatched() {
    for (float[][] states : batchStates) {
      for (int lane = 0; lane < TOGETHER; lane++) {
        batch.setInput(lane, inputs.next());
      }
      batch.step(states, TOGETHER);
    }
    return batchStates;
  }

  /** The same in the Vector API. */
  @Benchmark
  @OperationsPerInvocation(SERIES)
  public float[] vectorBatched() {
    return lanes.step(lanesStates, inputs.batch());
  }

  /** All 512 series in one call of DJL. */
  @Benchmark
  @OperationsPerInvocation(SERIES)
  public float[] djlBatched(Djl djl) {
    return djl.batched.step(inputs.batch());
  }

  /** One series a call of DJL. */
  @Benchmark
  public float[] djlOne(Djl djl) {
    return djl.one.step(inputs.next());
  }

  /** The library's networks, loaded only where they are measured. */
  @State(Scope.Thread)
  public static class Djl {

    private DjlLstm one;
    private DjlLstm batched;

    /** Loads PyTorch. */
    @Setup
    public void setUp() {
      DetectorModel model = RandomModel.ofHidden(32).model();
      one = new DjlLstm(model.architecture(), model.weights(), 1);
      batched = new DjlLstm(model.architecture(), model.weights(), SERIES);
    }

    /** Frees the library's memory. */
    @TearDown
    public void tearDown() {
      one.close();
      batched.close();
    }
  }
}
