// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.weir.trainer.fit.GradientNorms.StepBack;
import dev.weir.trainer.network.ForecastNetwork;
import dev.weir.trainer.window.WindowBatch;
import dev.weir.trainer.window.WindowBatches;
import dev.weir.trainer.window.WindowConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.StatUtils;

/**
 * Measures how far back the gradient of a loss reaches (Hochreiter 1991; Bengio et al. 1994;
 * Pascanu et al. 2013).
 *
 * <p>Steps a window point by point and adds an array of zeros, the probe, to each state. The
 * gradient of the last loss with respect to a probe equals that with respect to the state.
 */
final class GradientProbe {

  private static final int STEPS = 64;
  private static final int LANES = 16;
  private static final int WINDOWS = 8;
  private static final int[] REPORTED_STEPS = {1, 2, 4, 8, 16, 32, 64};

  private final ForecastNetwork network;

  GradientProbe(ForecastNetwork network) {
    this.network = network;
  }

  /**
   * Returns medians over the lanes of the first windows of the validation span that end with a
   * target; empty if there are none.
   */
  List<StepBack> measure(TrainingData data) {
    int sequence = Math.max(STEPS, data.windows().sequence());
    WindowBatches batches =
        WindowBatches.forEvaluation(data.validation(), new WindowConfig(STEPS, LANES, sequence));
    List<double[]> lanes = new ArrayList<>();
    for (int windows = 0; batches.hasNext() && windows < WINDOWS; ) {
      WindowBatch batch = batches.next();
      if (endsWithTarget(batch)) {
        lanes.addAll(measure(batch));
        windows++;
      }
    }
    return lanes.isEmpty() ? List.of() : medians(lanes);
  }

  private static List<StepBack> medians(List<double[]> lanes) {
    List<StepBack> steps = new ArrayList<>();
    for (int i = 0; i < REPORTED_STEPS.length; i++) {
      int step = i;
      double[] norms = lanes.stream().mapToDouble(lane -> lane[step]).toArray();
      steps.add(new StepBack(REPORTED_STEPS[i], StatUtils.percentile(norms, 50)));
    }
    return steps;
  }

  private static boolean endsWithTarget(WindowBatch batch) {
    for (int lane = 0; lane < batch.lanes(); lane++) {
      if (batch.mask()[(lane + 1) * batch.time() - 1] > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Norms at {@link #REPORTED_STEPS} divided by that of one step, {@code [lane][step]}; without
   * lanes that have no gradient.
   */
  private List<double[]> measure(WindowBatch batch) {
    try (NDManager scratch = network.manager().newSubManager();
        GradientCollector collector = scratch.getEngine().newGradientCollector()) {
      List<NDList> probes = new ArrayList<>();
      collector.backward(lastLoss(scratch, batch, probes));
      double[] reference = norms(scratch, probes.get(batch.time() - 1), batch.lanes());
      double[][] ratios = new double[batch.lanes()][REPORTED_STEPS.length];
      for (int i = 0; i < REPORTED_STEPS.length; i++) {
        double[] norms =
            norms(scratch, probes.get(batch.time() - REPORTED_STEPS[i]), batch.lanes());
        for (int lane = 0; lane < ratios.length; lane++) {
          ratios[lane][i] = norms[lane] / reference[lane];
        }
      }
      return Arrays.stream(ratios).filter(lane -> Double.isFinite(lane[0])).toList();
    }
  }

  private NDArray lastLoss(NDManager scratch, WindowBatch batch, List<NDList> probes) {
    int features = network.architecture().features();
    Shape rows = new Shape(batch.lanes(), batch.time());
    NDArray input = scratch.create(batch.inputs(), rows.add(network.architecture().inputs()));
    NDList state = network.zeroState(batch.lanes());
    state.attach(scratch);
    NDArray output = input;
    for (long t = 0; t < batch.time(); t++) {
      NDList probe = probe(state);
      probes.add(probe);
      NDArray point = input.get(new NDIndex(":, {}:{}", t, t + 1));
      NDList result = network.forward(point, sum(state, probe), true);
      output = result.get(0);
      state = result.subNDList(1);
    }
    NDIndex last = new NDIndex(":, -1:");
    NDArray target = scratch.create(batch.targets(), rows.add(features)).get(last);
    NDArray mask = scratch.create(batch.mask(), rows.add(1)).get(last);
    return new NegativeLogLikelihood(network.architecture().errorDistribution())
        .sum(output, target, mask);
  }

  private static NDList probe(NDList state) {
    NDList probe = new NDList();
    for (NDArray array : state) {
      NDArray zeros = array.getManager().zeros(array.getShape());
      zeros.setRequiresGradient(true);
      probe.add(zeros);
    }
    return probe;
  }

  private static NDList sum(NDList state, NDList probe) {
    NDList sum = new NDList();
    for (int i = 0; i < state.size(); i++) {
      sum.add(state.get(i).add(probe.get(i)));
    }
    return sum;
  }

  /** Returns the Euclidean norm of the gradient of each lane. */
  private static double[] norms(NDManager scratch, NDList probe, int lanes) {
    double[] squares = new double[lanes];
    for (NDArray array : probe) {
      NDArray gradient = array.getGradient();
      gradient.attach(scratch);
      float[] values = gradient.toFloatArray();
      int units = (int) array.getShape().get(2);
      for (int i = 0; i < values.length; i++) {
        squares[i / units % lanes] += (double) values[i] * values[i];
      }
    }
    return Arrays.stream(squares).map(Math::sqrt).toArray();
  }
}
