// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.micro;

import dev.weir.detect.DetectorModel;
import dev.weir.forecast.ForecastBatch;
import dev.weir.forecast.ForecastState;
import dev.weir.forecast.Forecaster;
import dev.weir.sandbox.model.RandomModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Benchmark of one network step: plain Java, the Vector API and DJL on PyTorch, one series at a
 * time and batched. One feature, hidden size 32, one thread.
 *
 * <p>All benchmarks but {@link #djlOne} step 512 series per call, so that their states are in the
 * same caches; the result is the time per series. The Flink job runs the batched form of plain
 * Java. States are copied from and to an array per series, except in DJL, which keeps them in
 * native memory.
 */
@State(Scope.Thread)
@Fork(value = 5, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class KernelBenchmark extends PerEventBenchmark {

  static final int SERIES = 512;

  /** Series per batch: the largest equal parts that fit a {@link ForecastBatch}. */
  private static final int BATCH = SERIES / ((SERIES - 1) / ForecastBatch.LANES + 1);

  private final KernelInputs inputs = new KernelInputs(SERIES);
  private final ForecastState[] plainStates = new ForecastState[SERIES];
  private final float[][] vectorStates = new float[SERIES][];
  private final float[][][] batchStates = new float[SERIES / BATCH][BATCH][];
  private final float[][] vectorBatchStates = new float[SERIES][];
  private final float[] output = new float[2];

  private Forecaster plain;
  private ForecastBatch batch;
  private VectorLstm vector;
  private VectorLstmBatch vectorBatch;

  /** Creates networks with the same weights, and all states. */
  @Setup
  public void setUp() {
    DetectorModel model = RandomModel.ofHidden(32).model();
    plain = new Forecaster(model.architecture(), model.weights());
    batch = plain.newBatch();
    vector = new VectorLstm(model.architecture(), model.weights());
    vectorBatch = new VectorLstmBatch(model.architecture(), model.weights(), SERIES);
    for (int i = 0; i < SERIES; i++) {
      plainStates[i] = plain.newState();
      batchStates[i / BATCH][i % BATCH] = plain.newState().copy();
      vectorStates[i] = vector.newState();
      vectorBatchStates[i] = vector.newState();
    }
  }

  /** Plain Java, one series at a time: {@code Forecaster.step}. */
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

  /** Vector API, one series at a time. */
  @Benchmark
  @OperationsPerInvocation(SERIES)
  public float vector() {
    float sum = 0;
    for (int i = 0; i < SERIES; i++) {
      vector.step(vectorStates[i], inputs.next(), output);
      sum += output[0];
    }
    return sum;
  }

  /** Plain Java, batched: {@code ForecastBatch.step}. */
  @Benchmark
  @OperationsPerInvocation(SERIES)
  public float[][][] plainBatched() {
    for (float[][] states : batchStates) {
      for (int lane = 0; lane < BATCH; lane++) {
        batch.setInput(lane, inputs.next());
      }
      batch.step(states, BATCH);
    }
    return batchStates;
  }

  /** Vector API, all series in one batch. */
  @Benchmark
  @OperationsPerInvocation(SERIES)
  public float[] vectorBatched() {
    return vectorBatch.step(vectorBatchStates, inputs.batch());
  }

  /** DJL, all series in one batch. */
  @Benchmark
  @OperationsPerInvocation(SERIES)
  public float[] djlBatched(Djl djl) {
    return djl.batched.step(inputs.batch());
  }

  /** DJL, one series per call. */
  @Benchmark
  public float[] djlOne(Djl djl) {
    return djl.one.step(inputs.next());
  }

  /** DJL networks, loaded only for the benchmarks that use them. */
  @State(Scope.Thread)
  public static class Djl {

    private DjlLstm one;
    private DjlLstm batched;

    /** Loads PyTorch and creates the networks. */
    @Setup
    public void setUp() {
      DetectorModel model = RandomModel.ofHidden(32).model();
      one = new DjlLstm(model.architecture(), model.weights(), 1);
      batched = new DjlLstm(model.architecture(), model.weights(), SERIES);
    }

    /** Frees native memory. */
    @TearDown
    public void tearDown() {
      one.close();
      batched.close();
    }
  }
}
