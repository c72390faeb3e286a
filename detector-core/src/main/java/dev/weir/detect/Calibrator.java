// SPDX-License-Identifier: Apache-2.0
package dev.weir.detect;

import dev.weir.score.Calibration;
import dev.weir.series.Observation;
import dev.weir.series.ReorderConfig;

/**
 * The measurement of a model's {@link Calibration}: runs the model over history, as the job does,
 * and counts the largest surprise of each block of points.
 */
public final class Calibrator {

  private final Detector detector;
  private final ReorderConfig reorder;
  private final int warmUpPoints;
  private final long[] blocks = new long[Calibration.BINS];

  /**
   * Creates a calibrator.
   *
   * @param model the model; its own calibration is not used
   * @param config its warm-up points are not counted
   * @param reorder configuration of the reorder buffer
   */
  public Calibrator(DetectorModel model, DetectorConfig config, ReorderConfig reorder) {
    this.detector = new Detector(model, config);
    this.reorder = reorder;
    this.warmUpPoints = config.warmUpPoints();
  }

  /**
   * Adds one series. An incomplete last block is not counted.
   *
   * @param series all points of the series, in order of arrival
   */
  public void add(Iterable<Observation> series) {
    SeriesBlocks counter = new SeriesBlocks();
    OfflineRun run = new OfflineRun(detector, reorder, counter::add);
    series.forEach(run::offer);
    run.finish();
  }

  /** Returns the calibration over all series so far. */
  public Calibration calibration() {
    return new Calibration(blocks.clone());
  }

  /** The block counter of one series. */
  private final class SeriesBlocks {

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
