package dev.weir.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.weir.trainer.fit.GradientNorms.StepBack;
import dev.weir.trainer.window.WindowBatch;
import dev.weir.trainer.window.WindowBatches;
import dev.weir.trainer.window.WindowConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how far back the gradient of one loss reaches (Hochreiter 1991; Bengio et al. 1994;
 * Pascanu et al. 2013).
 *
 * <p>Steps a window point by point with a nudge of zero added to every state on the way; the
 * gradient of the last point's loss with respect to a nudge is that with respect to the state.
 */
final class GradientProbe {

  private static final int STEPS = 64;
  private static final int LANES = 8;
  private static final int[] SHOWN = {1, 2, 4, 8, 16, 32, 64};

  private final ForecastNetwork network;

  GradientProbe(ForecastNetwork network) {
    this.network = network;
  }

  /** On the first window of the validation span that ends with a target; empty without one. */
  List<StepBack> measure(TrainingData data) {
    int sequence = Math.max(STEPS, data.windows().sequence());
    WindowBatches batches =
        WindowBatches.forJudging(data.validation(), new WindowConfig(STEPS, LANES, sequence));
    while (batches.hasNext()) {
      WindowBatch batch = batches.next();
      if (endsWithTarget(batch)) {
        return measure(batch);
      }
    }
    return List.of();
  }

  private static boolean endsWithTarget(WindowBatch batch) {
    for (int lane = 0; lane < batch.lanes(); lane++) {
      if (batch.mask()[(lane + 1) * batch.time() - 1] > 0) {
        return true;
      }
    }
    return false;
  }

  private List<StepBack> measure(WindowBatch batch) {
    try (NDManager scratch = network.manager().newSubManager();
        GradientCollector collector = TorchEngine.engine().newGradientCollector()) {
      List<NDList> nudges = new ArrayList<>();
      collector.backward(lastLoss(scratch, batch, nudges));
      List<StepBack> steps = new ArrayList<>();
      double reference = norm(scratch, nudges.get(batch.time() - 1));
      for (int back : SHOWN) {
        double norm = norm(scratch, nudges.get(batch.time() - back));
        steps.add(new StepBack(back, reference > 0 ? norm / reference : 0));
      }
      return steps;
    }
  }

  private NDArray lastLoss(NDManager scratch, WindowBatch batch, List<NDList> nudges) {
    int features = network.architecture().features();
    Shape rows = new Shape(batch.lanes(), batch.time());
    NDArray input = scratch.create(batch.inputs(), rows.add(network.architecture().inputs()));
    NDList state = network.zeroState(batch.lanes());
    state.attach(scratch);
    NDArray output = input;
    for (long t = 0; t < batch.time(); t++) {
      NDList nudge = nudge(state);
      nudges.add(nudge);
      NDArray point = input.get(new NDIndex(":, {}:{}", t, t + 1));
      NDList result = network.forward(point, sum(state, nudge), true);
      output = result.get(0);
      state = result.subNDList(1);
    }
    NDIndex last = new NDIndex(":, -1:");
    NDArray target = scratch.create(batch.targets(), rows.add(features)).get(last);
    NDArray mask = scratch.create(batch.mask(), rows.add(1)).get(last);
    return new NegativeLogLikelihood(network.architecture().law(), features)
        .sum(output, target, mask);
  }

  private static NDList nudge(NDList state) {
    NDList nudge = new NDList();
    for (NDArray array : state) {
      NDArray zeros = array.getManager().zeros(array.getShape());
      zeros.setRequiresGradient(true);
      nudge.add(zeros);
    }
    return nudge;
  }

  private static NDList sum(NDList state, NDList nudge) {
    NDList sum = new NDList();
    for (int i = 0; i < state.size(); i++) {
      sum.add(state.get(i).add(nudge.get(i)));
    }
    return sum;
  }

  private static double norm(NDManager scratch, NDList nudge) {
    double squares = 0;
    for (NDArray array : nudge) {
      NDArray gradient = array.getGradient();
      gradient.attach(scratch);
      squares += gradient.mul(gradient).sum().getFloat();
    }
    return Math.sqrt(squares);
  }
}
