package dev.weir.evaluate.nab;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.detect.DetectorModel;
import dev.weir.detect.OfflineRun;
import dev.weir.event.EventTime;
import dev.weir.series.ArrivalRules;
import dev.weir.series.Observation;
import dev.weir.series.TimePolicy;

/**
 * Scores the corpus with a model, without Kafka and Flink but through the same steps: every row, in
 * the order of its file.
 */
public final class NabModelRun {

  private NabModelRun() {}

  /** Scores every file from an empty state. */
  public static NabScores score(NabCorpus corpus, DetectorModel model, DetectorConfig config) {
    Detector detector = new Detector(model, config);
    NabScoreCollector collector = new NabScoreCollector(corpus);
    for (NabFile file : corpus.files()) {
      run(file, detector, collector);
    }
    return collector.scores();
  }

  private static void run(NabFile file, Detector detector, NabScoreCollector collector) {
    String series = NabScoreCollector.series(file);
    ArrivalRules keepAll = new ArrivalRules(TimePolicy.KEEP, 0);
    OfflineRun run =
        new OfflineRun(
            detector,
            keepAll,
            scored -> collector.add(series, scored.evidence().timeMillis(), scored.alertScore()));
    for (int row = 0; row < file.times().size(); row++) {
      long time = EventTime.parseMillis(file.times().get(row));
      run.offer(new Observation(time, new double[] {file.values()[row]}));
    }
    run.finish();
  }
}
