package dev.weir.evaluate.nab;

import dev.weir.decision.Alert;
import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.detect.DetectorModel;
import dev.weir.detect.OfflineRun;
import dev.weir.detect.Scored;
import dev.weir.event.EventTime;
import dev.weir.series.ArrivalRules;
import dev.weir.series.Observation;
import dev.weir.series.TimePolicy;

/**
 * Scores the corpus with a model, without Kafka and Flink but through the same steps: every row, in
 * the order of its file.
 */
public final class NabModelRun {

  private final Detector detector;
  private final NabScoreCollector alertScores;
  private final NabScoreCollector scores;
  private final NabScoreCollector told;

  private NabModelRun(NabCorpus corpus, Detector detector) {
    this.detector = detector;
    alertScores = new NabScoreCollector(corpus);
    scores = new NabScoreCollector(corpus);
    told = new NabScoreCollector(corpus);
  }

  /** Scores every file from an empty state. */
  public static NabRun of(NabCorpus corpus, DetectorModel model, DetectorConfig config) {
    NabModelRun run = new NabModelRun(corpus, new Detector(model, config));
    corpus.files().forEach(run::add);
    return new NabRun(run.alertScores.scores(), run.scores.scores(), run.told.scores());
  }

  private void add(NabFile file) {
    String series = NabScoreCollector.series(file);
    ArrivalRules keepAll = new ArrivalRules(TimePolicy.KEEP, 0);
    OfflineRun run = new OfflineRun(detector, keepAll, scored -> add(series, scored));
    for (int row = 0; row < file.times().size(); row++) {
      long time = EventTime.parseMillis(file.times().get(row));
      run.offer(new Observation(time, new double[] {file.values()[row]}));
    }
    run.finish();
  }

  private void add(String series, Scored scored) {
    long time = scored.evidence().timeMillis();
    alertScores.add(series, time, scored.alertScore());
    scores.add(series, time, scored.evidence().score());
    told.add(series, time, isTold(scored) ? NabRun.TOLD : 0);
  }

  private static boolean isTold(Scored scored) {
    return scored.alert().filter(alert -> alert.status() != Alert.Status.RESOLVED).isPresent();
  }
}
