// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

import dev.weir.series.Observation;
import dev.weir.series.Scaler;
import dev.weir.state.SeriesBytes;

/**
 * Scorer of a point with all its features.
 *
 * <p>The surprises of the features are combined by the harmonic mean of their probabilities, which
 * is a probability up to a constant for any dependence between the features (Wilson 2019, PNAS
 * 116).
 */
public final class PointScorer {

  private static final double[] SINGLE_FEATURE = {1};

  private final FeatureScorer[] features;

  /**
   * Reserves the state of all features.
   *
   * @param features values of a point, 1 or more
   */
  public PointScorer(SeriesBytes bytes, int features) {
    this.features = new FeatureScorer[features];
    for (int f = 0; f < features; f++) {
      this.features[f] = new FeatureScorer(bytes);
    }
  }

  /**
   * Scores a point, then updates the state with it.
   *
   * @param inputs the scaled point, as {@link Scaler#scale} computes it, {@code [2 * feature]}
   * @param errors signed forecast errors in typical steps, {@code [feature]}; NaN where there is
   *     none
   */
  public Surprise observe(Observation point, float[] inputs, double[] errors) {
    if (features.length == 1) {
      double decades = observe(0, point, inputs, errors);
      return new Surprise(decades, features[0].signal(), SINGLE_FEATURE);
    }
    double[] contributions = new double[features.length];
    double sum = 0;
    int most = 0;
    for (int f = 0; f < features.length; f++) {
      contributions[f] = Math.pow(10, observe(f, point, inputs, errors));
      sum += contributions[f];
      most = contributions[f] > contributions[most] ? f : most;
    }
    for (int f = 0; f < features.length; f++) {
      contributions[f] /= sum;
    }
    return new Surprise(Math.log10(sum / features.length), features[most].signal(), contributions);
  }

  private double observe(int feature, Observation point, float[] inputs, double[] errors) {
    float step = Math.abs(inputs[Scaler.INPUTS_PER_FEATURE * feature + 1]);
    return features[feature].observe(
        point.timeMillis(), point.values()[feature], step, errors[feature]);
  }
}
