// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import dev.weir.forecast.CellKind;
import dev.weir.trainer.network.ForecastNetwork;
import dev.weir.trainer.network.LaneState;
import dev.weir.trainer.window.WindowBatches;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.hipparchus.stat.StatUtils;

/** Fits a network: passes over the training span until the validation loss no longer falls. */
public final class Fitter {

  private final FitConfig config;
  private final FitListener listener;
  private final InstantSource clock;

  /**
   * @param listener receives the progress
   * @param clock measures the passes
   */
  public Fitter(FitConfig config, FitListener listener, InstantSource clock) {
    this.config = config;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Fits a network in place. It then has the weights of the lowest validation loss; a network with
   * loaded weights keeps them if no pass is better.
   *
   * @throws CancellationException if the thread is interrupted
   */
  public FitReport fit(ForecastNetwork network, TrainingData data) {
    LearningRate rate = new LearningRate(config);
    FitReport report = new Fit(network, data, rate).run();
    listener.fitDone();
    return report;
  }

  /** State of one fit. */
  private final class Fit {

    private final ForecastNetwork network;
    private final TrainingData data;
    private final WindowLoss loss;
    private final Learner learner;
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
      learner =
          byRegression ? new RidgeLearner(network) : new GradientLearner(network, gradients());
      passes = byRegression ? Math.min(RidgeLearner.MAX_PASSES, config.epochs()) : config.epochs();
      stopping = new EarlyStopping(config.patience(), network);
    }

    private Gradients gradients() {
      return new Gradients(network.parameters(), config, rate);
    }

    FitReport run() {
      if (network.isLoaded()) {
        stopping.observe(0, validationLoss(), network);
      }
      for (int epoch = 1; epoch <= passes && shouldContinue(); epoch++) {
        EpochOutcome outcome = pass(epoch);
        rate.endPass(outcome.best());
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

    private void recordNorm(BatchOutcome outcome) {
      if (outcome instanceof BatchOutcome.Trained trained && trained.gradientNorm() > 0) {
        batchNorms.add(trained.gradientNorm());
      }
    }

    private boolean shouldContinue() {
      boolean inTime =
          config.secondsLimit() == 0 || secondsSince(startMillis) < config.secondsLimit();
      return inTime && !stopping.shouldStop();
    }

    /** Fraction of the fit that is done, by passes or by time, whichever is larger. */
    private double progress(int epoch, double passPart) {
      double byPasses = (epoch - 1 + passPart) / passes;
      return config.secondsLimit() == 0
          ? byPasses
          : Math.max(byPasses, secondsSince(startMillis) / config.secondsLimit());
    }

    private EpochOutcome pass(int epoch) {
      long start = clock.millis();
      Tally tally = train(epoch);
      double validation = validationLoss();
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

    private Tally train(int epoch) {
      WindowBatches batches = WindowBatches.forTraining(data.training(), data.windows(), random);
      listener.epochStarted(epoch, passes, batches.points());
      Tally tally = new Tally();
      try (LaneState state = new LaneState(network, batches.lanes())) {
        while (batches.hasNext()) {
          requireNotInterrupted(epoch);
          rate.advance(progress(epoch, (double) tally.points / batches.points()));
          BatchOutcome outcome = learner.learn(batches.next(), state);
          tally.add(outcome);
          recordNorm(outcome);
          listener.batchDone(outcome);
        }
      }
      learner.endPass();
      return tally;
    }

    /** A pass takes minutes, so interruption is checked at each batch. */
    private static void requireNotInterrupted(int epoch) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("training was interrupted in pass " + epoch);
      }
    }

    private double validationLoss() {
      WindowBatches batches = WindowBatches.forEvaluation(data.validation(), data.windows());
      double sum = 0;
      try (LaneState state = new LaneState(network, batches.lanes())) {
        while (batches.hasNext()) {
          sum += loss.evaluate(batches.next(), state);
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
      if (outcome instanceof BatchOutcome.Trained trained) {
        batches++;
        points += trained.points();
        lossSum += trained.loss() * trained.points();
      } else {
        skipped++;
      }
    }

    double meanLoss() {
      return lossSum / Math.max(1, points);
    }
  }
}
