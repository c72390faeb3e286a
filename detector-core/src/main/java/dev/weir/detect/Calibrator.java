package dev.weir.detect;

import dev.weir.score.Calibration;
import dev.weir.series.Observation;
import dev.weir.series.ReorderConfig;

/**
 * Measures a model's {@link Calibration}: runs it over history as the job would and counts the
 * largest surprise of each block.
 */
public final class Calibrator {

  private final Detector detector;
  private final ReorderConfig rules;
  private final int warmUpPoints;
  private final long[] blocks = new long[Calibration.BINS];

  /**
   * @param model the model; its own calibration plays no part
   * @param config its warm-up is left out of the count
   */
  public Calibrator(DetectorModel model, DetectorConfig config, ReorderConfig rules) {
    this.detector = new Detector(model, config);
    this.rules = rules;
    this.warmUpPoints = config.warmUpPoints();
  }

  /** Runs one series from its first point to its last. */
  public void add(Iterable<Observation> series) {
    Blocks counted = new Blocks();
    OfflineRun run = new OfflineRun(detector, rules, counted::add);
    series.forEach(run::offer);
    run.finish();
  }

  /** What was measured so far. */
  public Calibration calibration() {
    return new Calibration(blocks.clone());
  }

  /** The blocks of one series; one that is not complete at the end doesn't count. */
  private final class Blocks {

    private int points;
    private double largest;

    void add(ScoredPoint scored) {
      if (++points <= warmUpPoints) {
        return;
      }
      largest = Math.max(largest, scored.surprise());
      if ((points - warmUpPoints) % Calibration.BLOCK_POINTS == 0) {
        blocks[Calibration.bin(largest)]++;
        largest = 0;
      }
    }
  }
}
