// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

import dev.weir.decision.Band;
import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.detect.DetectorModel;
import dev.weir.detect.DetectorState;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.series.Observation;
import dev.weir.series.RecordedSeries;
import dev.weir.trainer.history.SplitSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluation of the forecasts of a model on held-out points. Runs the detector over whole series,
 * as the job does.
 */
public final class ForecastEvaluation {

  private final DetectorModel model;

  /** Creates an evaluation of this model. */
  public ForecastEvaluation(DetectorModel model) {
    this.model = model;
  }

  /** Evaluates each series on the part after its validation part, if there is one. */
  public ForecastReport evaluate(List<SplitSeries> split) {
    return new ForecastReport(
        split.parallelStream()
            .filter(series -> series.validationTo() < series.series().length())
            .map(this::evaluate)
            .flatMap(List::stream)
            .toList());
  }

  private List<SeriesError> evaluate(SplitSeries split) {
    RecordedSeries series = split.series();
    ErrorDistribution distribution = model.architecture().errorDistribution();
    Detector detector = new Detector(model, DetectorConfig.DEFAULT);
    List<FeatureErrors> features = new ArrayList<>();
    for (int feature = 0; feature < series.features().size(); feature++) {
      features.add(new FeatureErrors(split, feature, distribution));
    }
    DetectorState state = detector.newState();
    for (int t = 0; t < series.length(); t++) {
      Observation point = new Observation(series.times()[t], series.values()[t]);
      Band band = detector.step(state, point).evidence().band();
      boolean counted = t >= split.validationTo() && t > 0 && band.isPresent();
      int time = t;
      features.forEach(feature -> feature.add(time, band, counted));
    }
    return features.stream().map(FeatureErrors::error).toList();
  }
}
