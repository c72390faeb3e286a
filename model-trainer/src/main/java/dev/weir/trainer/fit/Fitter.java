// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import dev.weir.forecast.CellKind;
import dev.weir.trainer.window.WindowBatches;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.hipparchus.stat.StatUtils;

/** Fits a network: passes over the training span until the validation span gains no more. */
public final class Fitter {

  private final FitConfig config;
  private final FitListener listener;
  private final InstantSource clock;

  /**
   * @param listener told how it goes
   * @param clock times the passes
   */
  public Fitter(FitConfig config, FitListener listener, InstantSource clock) {
    this.config = config;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Fits; the network then holds the weights that did best on the validation span: where it knew
   * something already and no pass did better, those that it had.
   *
   * @param network trained in place
   */
  public FitReport fit(ForecastNetwork network, TrainingData data) {
    LearningRate rate = new LearningRate(config);
    FitReport report = new Fit(network, data, rate).run();
    listener.fitDone();
    return report;
  }

  /** One fit under way. */
  private final class Fit {

    private final ForecastNetwork network;
    private final TrainingData data;
    private final WindowLoss loss;
    private final Learning learning;
    private final int passes;
    private final LearningRate rate;
    private final Random random = new Random(config.seed());
    private final EarlyStopping stopping;
    private final List<EpochOutcome> epochs = new ArrayList<>();
    private final List<Double> batchNorms = new ArrayList<>();
    private final long startMillis = clock.millis();

    Fit(ForecastNetwork network, TrainingData data, LearningRate rate) {
      this.network = network;
      this.data = data;
      this.rate = rate;
      loss = new WindowLoss(network);
      boolean byRegression = network.architecture().cell() == CellKind.ESN;
      learning = byRegression ? new RidgeLearner(network) : new Learner(network, gradients());
      passes = byRegression ? Math.min(RidgeLearner.MOST_PASSES, config.epochs()) : config.epochs();
      stopping = new EarlyStopping(config.patience(), network);
    }

    private Gradients gradients() {
      return new Gradients(network.parameters(), config, rate);
    }

    FitReport run() {
      if (network.isLoaded()) {
        stopping.observe(0, judge(), network);
      }
      for (int epoch = 1; epoch <= passes && goesOn(); epoch++) {
        EpochOutcome outcome = pass(epoch);
        rate.passed(outcome.best());
        epochs.add(outcome);
        listener.epochDone(outcome);
      }
      stopping.restoreBest(network);
      double seconds = secondsSince(startMillis);
      return FitReport.of(epochs, stopping, seconds, gradientNorms());
    }

    private GradientNorms gradientNorms() {
      double[] norms = batchNorms.stream().mapToDouble(norm -> norm).toArray();
      int count = norms.length;
      return new GradientNorms(
          new GradientProbe(network).measure(data),
          count == 0 ? 0 : StatUtils.percentile(norms, 50),
          count == 0 ? 0 : StatUtils.max(norms),
          (int) batchNorms.stream().filter(config::clips).count(),
          count);
    }

    private void note(BatchOutcome outcome) {
      if (outcome instanceof BatchOutcome.Learnt learnt && learnt.gradientNorm() > 0) {
        batchNorms.add(learnt.gradientNorm());
      }
    }

    private boolean goesOn() {
      boolean inTime =
          config.secondsLimit() == 0 || secondsSince(startMillis) < config.secondsLimit();
      return inTime && !stopping.isOver();
    }

    /** By passes, or by time where that runs out first: the learning rate must still come down. */
    private double progress(int epoch, double partOfPass) {
      double byPasses = (epoch - 1 + partOfPass) / passes;
      return config.secondsLimit() == 0
          ? byPasses
          : Math.max(byPasses, secondsSince(startMillis) / config.secondsLimit());
    }

    private EpochOutcome pass(int epoch) {
      long start = clock.millis();
      Tally tally = learn(epoch);
      double validation = judge();
      boolean best = stopping.observe(epoch, validation, network);
      return new EpochOutcome(
          epoch,
          tally.meanLoss(),
          validation,
          best,
          tally.batches,
          tally.skipped,
          tally.points,
          secondsSince(start));
    }

    private Tally learn(int epoch) {
      WindowBatches batches = WindowBatches.forTraining(data.training(), data.windows(), random);
      listener.epochStarted(epoch, passes, batches.points());
      Tally tally = new Tally();
      try (LaneState state = new LaneState(network, batches.lanes())) {
        while (batches.hasNext()) {
          requireWanted(epoch);
          rate.advance(progress(epoch, (double) tally.points / batches.points()));
          BatchOutcome outcome = learning.learn(batches.next(), state);
          tally.add(outcome);
          note(outcome);
          listener.batchDone(outcome);
        }
      }
      learning.passDone();
      return tally;
    }

    /** Minutes of work must end when the thread is told to stop. */
    private static void requireWanted(int epoch) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("training was stopped in pass " + epoch);
      }
    }

    private double judge() {
      WindowBatches batches = WindowBatches.forJudging(data.validation(), data.windows());
      double sum = 0;
      try (LaneState state = new LaneState(network, batches.lanes())) {
        while (batches.hasNext()) {
          sum += loss.judge(batches.next(), state);
        }
      }
      return sum / Math.max(1, batches.points()) / network.architecture().features();
    }

    private double secondsSince(long millis) {
      return (clock.millis() - millis) / 1000.0;
    }
  }

  /** Sums over one pass. */
  private static final class Tally {

    int batches;
    int skipped;
    long points;
    double lossSum;

    void add(BatchOutcome outcome) {
      if (outcome instanceof BatchOutcome.Learnt learnt) {
        batches++;
        points += learnt.points();
        lossSum += learnt.loss() * learnt.points();
      } else {
        skipped++;
      }
    }

    double meanLoss() {
      return lossSum / Math.max(1, points);
    }
  }
}
