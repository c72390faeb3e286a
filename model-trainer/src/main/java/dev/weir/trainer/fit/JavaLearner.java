package dev.weir.trainer.fit;

import dev.weir.trainer.backprop.AdamSteps;
import dev.weir.trainer.backprop.LstmGradients;
import dev.weir.trainer.backprop.LstmWindow;
import dev.weir.trainer.window.WindowBatch;

/**
 * What {@link Learner} does, for an LSTM without dropout, in plain Java: no call into native code
 * for every operation of every batch.
 */
final class JavaLearner implements Learning {

  private final ForecastNetwork network;
  private final double clipNorm;
  private final LearningRate rate;
  private final LstmGradients gradients;
  private final AdamSteps adam;

  /**
   * @param clipNorm largest norm of the whole gradient, 0 for none
   */
  JavaLearner(ForecastNetwork network, double clipNorm, LearningRate rate) {
    this.network = network;
    this.clipNorm = clipNorm;
    this.rate = rate;
    gradients = new LstmGradients(network.architecture(), network.snapshot());
    adam = new AdamSteps(gradients.parameters());
  }

  @Override
  public Lanes lanes(int lanes, int time) {
    return new JavaLanes(new LstmWindow(gradients, lanes, time));
  }

  @Override
  public boolean isClipped(double norm) {
    return clipNorm > 0 && norm > clipNorm;
  }

  @Override
  public void passDone() {
    network.restore(gradients.parameters());
  }

  private void step(double norm) {
    float factor = isClipped(norm) ? (float) (clipNorm / norm) : 1;
    float now = rate.at(adam.next());
    adam.step(gradients.parameters(), gradients.gradients(), factor, now);
    gradients.refresh();
  }

  /** Lanes whose state is a window's. */
  private final class JavaLanes implements Lanes {

    private final LstmWindow window;

    JavaLanes(LstmWindow window) {
      this.window = window;
    }

    @Override
    public BatchOutcome learn(WindowBatch batch) {
      double mean =
          window.forward(batch) / Math.max(1, batch.points()) / network.architecture().features();
      if (!Double.isFinite(mean)) {
        return skipped(batch, "loss=" + mean);
      }
      if (batch.points() == 0) {
        return new BatchOutcome.Learnt(0, 0, 0);
      }
      window.back();
      double norm = AdamSteps.norm(gradients.gradients());
      if (!Double.isFinite(norm)) {
        return skipped(batch, "gradient norm=" + norm);
      }
      step(norm);
      return new BatchOutcome.Learnt(batch.points(), mean, norm);
    }

    private BatchOutcome skipped(WindowBatch batch, String reason) {
      window.reset();
      return new BatchOutcome.Skipped(batch.points(), reason);
    }

    @Override
    public double judge(WindowBatch batch) {
      return window.forward(batch);
    }

    @Override
    public void close() {}
  }
}
