// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.replay.MergedReplay;
import dev.weir.event.EventTime;
import dev.weir.event.MetricEvent;
import dev.weir.sandbox.synthetic.LabelledStream;
import dev.weir.sandbox.synthetic.SyntheticConfig;
import dev.weir.sandbox.synthetic.SyntheticSeries;
import dev.weir.trainer.history.CsvConfig;
import dev.weir.trainer.history.CsvFolder;
import dev.weir.trainer.history.HistorySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** The two things that the demo can be run on. */
final class DemoStreams {

  private static final int ANOMALIES_PER_SERIES = 2;
  private static final Duration SPAN = Duration.ofDays(21);

  /** A fixed time: the weekdays and seasons of generated series, and so the score, depend on it. */
  private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

  private static final String NAB_LABELS = "windows.json";

  private DemoStreams() {}

  /**
   * Generated series of three weeks that end at a fixed time: two weeks to learn from, a week with
   * known anomalies to find.
   */
  static DemoStream generated(long seed) {
    SyntheticConfig config = SyntheticConfig.demo(END.minus(SPAN), seed);
    SyntheticSeries generator = new SyntheticSeries(config);
    HistorySource source = HistorySource.generated(generator::history);
    LabelledStream stream = generator.stream(ANOMALIES_PER_SERIES);
    List<DemoStream.Anomaly> anomalies =
        stream.labels().stream()
            .map(
                label ->
                    new DemoStream.Anomaly(
                        label.series(), label.kind().words(), label.fromMillis(), label.toMillis()))
            .toList();
    String description =
        config.series()
            + " generated series: 14 days to learn from, then 7 days with "
            + anomalies.size()
            + " anomalies to find";
    return new DemoStream(
        description, source, () -> events(source), () -> stream.events().iterator(), anomalies);
  }

  /** The history as events, in the order of time. */
  private static Iterator<MetricEvent> events(HistorySource source) throws IOException {
    return new LabelledStream(source.read().series(), List.of()).events().iterator();
  }

  /**
   * A folder of CSV files, with NAB's labels where it has them. The model learns from the first
   * part of each series, which is among the events, so that nothing lies before them.
   */
  static DemoStream folder(Path folder) throws IOException {
    List<DemoStream.Anomaly> anomalies = nabAnomalies(folder.resolve(NAB_LABELS));
    String description =
        "the series below "
            + folder
            + (anomalies.isEmpty()
                ? ", without labels"
                : ", " + anomalies.size() + " labelled windows");
    return new DemoStream(
        description,
        new CsvFolder(folder, CsvConfig.DEFAULT),
        Collections::emptyIterator,
        () -> new MergedReplay(folder),
        anomalies);
  }

  private static List<DemoStream.Anomaly> nabAnomalies(Path labels) throws IOException {
    List<DemoStream.Anomaly> anomalies = new ArrayList<>();
    if (Files.isRegularFile(labels)) {
      new ObjectMapper()
          .readTree(labels.toFile())
          .fields()
          .forEachRemaining(
              file ->
                  file.getValue().forEach(window -> anomalies.add(window(file.getKey(), window))));
    }
    return anomalies;
  }

  private static DemoStream.Anomaly window(String file, JsonNode window) {
    return new DemoStream.Anomaly(
        file.replaceFirst("\\.csv$", ""),
        "labelled window",
        EventTime.parseMillis(window.get(0).asText()),
        EventTime.parseMillis(window.get(1).asText()));
  }
}
