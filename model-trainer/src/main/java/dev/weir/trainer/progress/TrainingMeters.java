// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.progress;

import dev.weir.trainer.fit.BatchOutcome;
import dev.weir.trainer.fit.EpochOutcome;
import dev.weir.trainer.fit.FitListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Meters of a fit in a Micrometer registry.
 *
 * <p>{@link #BATCHES} + {@link #BATCHES_SKIPPED} = number of batches.
 */
public final class TrainingMeters implements FitListener {

  /** Targets trained on. */
  public static final String POINTS = "weir.training.points";

  /** Batches trained on. */
  public static final String BATCHES = "weir.training.batches";

  /** Batches skipped because loss or gradient was not finite. */
  public static final String BATCHES_SKIPPED = "weir.training.batches.skipped";

  /** Euclidean norm of the whole gradient before clipping. */
  public static final String GRADIENT_NORM = "weir.training.gradient.norm";

  /** Mean negative log-likelihood of the last pass. */
  public static final String LOSS = "weir.training.loss";

  /** Mean negative log-likelihood of the validation span after the last pass. */
  public static final String VALIDATION_LOSS = "weir.training.loss.validation";

  /** Wall time of a pass. */
  public static final String EPOCH = "weir.training.epoch";

  private final Counter points;
  private final Counter batches;
  private final Counter skipped;
  private final DistributionSummary gradientNorm;
  private final Timer epoch;
  private final AtomicReference<Double> loss = new AtomicReference<>(Double.NaN);
  private final AtomicReference<Double> validationLoss = new AtomicReference<>(Double.NaN);

  /** Registers the meters. */
  public TrainingMeters(MeterRegistry registry) {
    points = Counter.builder(POINTS).description("targets trained on").register(registry);
    batches = Counter.builder(BATCHES).description("batches trained on").register(registry);
    skipped =
        Counter.builder(BATCHES_SKIPPED)
            .description("batches whose loss or gradient was not finite")
            .register(registry);
    gradientNorm =
        DistributionSummary.builder(GRADIENT_NORM)
            .description("norm of the whole gradient before clipping")
            .register(registry);
    epoch = Timer.builder(EPOCH).description("one pass").register(registry);
    gauge(registry, LOSS, loss);
    gauge(registry, VALIDATION_LOSS, validationLoss);
  }

  /** Replaces the gauge of an earlier run. */
  private static void gauge(MeterRegistry registry, String name, AtomicReference<Double> value) {
    registry.find(name).gauges().forEach(registry::remove);
    Gauge.builder(name, value, AtomicReference::get)
        .description("mean negative log-likelihood of the last pass")
        .strongReference(true)
        .register(registry);
  }

  @Override
  public void batchDone(BatchOutcome outcome) {
    if (outcome instanceof BatchOutcome.Trained trained) {
      batches.increment();
      points.increment(trained.points());
      gradientNorm.record(trained.gradientNorm());
    } else {
      skipped.increment();
    }
  }

  @Override
  public void epochDone(EpochOutcome outcome) {
    loss.set(outcome.trainingLoss());
    validationLoss.set(outcome.validationLoss());
    epoch.record(Duration.ofMillis((long) (1000 * outcome.seconds())));
  }
}
