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

/** Factory of the datasets of the demo: generated series, or a folder of CSV files. */
final class DemoDatasets {

  private static final int ANOMALIES_PER_SERIES = 2;
  private static final Duration SPAN = Duration.ofDays(21);

  /** Fixed, because the weekdays and seasons of generated series depend on it. */
  private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

  private static final String NAB_LABELS = "windows.json";

  private DemoDatasets() {}

  /** Returns three weeks of generated series: two weeks of history, one week with anomalies. */
  static DemoDataset generated(long seed) {
    SyntheticConfig config = SyntheticConfig.demo(END.minus(SPAN), seed);
    SyntheticSeries generator = new SyntheticSeries(config);
    HistorySource source = HistorySource.generated(generator::history);
    LabelledStream stream = generator.stream(ANOMALIES_PER_SERIES);
    List<DemoDataset.Anomaly> anomalies =
        stream.labels().stream()
            .map(
                label ->
                    new DemoDataset.Anomaly(
                        label.series(), label.kind().words(), label.fromMillis(), label.toMillis()))
            .toList();
    String description =
        config.series()
            + " generated series: 14 days of history, then 7 days with "
            + anomalies.size()
            + " anomalies";
    return new DemoDataset(
        description, source, () -> events(source), () -> stream.events().iterator(), anomalies);
  }

  /** Returns the history as events, ordered by time. */
  private static Iterator<MetricEvent> events(HistorySource source) throws IOException {
    return new LabelledStream(source.read().series(), List.of()).events().iterator();
  }

  /**
   * Returns a folder of CSV files, with the labels of its {@code windows.json}. Its replay includes
   * the span of each series on which the model is trained, so that no warm-up events precede it.
   */
  static DemoDataset folder(Path folder) throws IOException {
    List<DemoDataset.Anomaly> anomalies = nabAnomalies(folder.resolve(NAB_LABELS));
    String description =
        "the series in "
            + folder
            + (anomalies.isEmpty()
                ? ", without labels"
                : ", " + anomalies.size() + " labelled anomalies");
    return new DemoDataset(
        description,
        new CsvFolder(folder, CsvConfig.DEFAULT),
        Collections::emptyIterator,
        () -> new MergedReplay(folder),
        anomalies);
  }

  private static List<DemoDataset.Anomaly> nabAnomalies(Path labels) throws IOException {
    List<DemoDataset.Anomaly> anomalies = new ArrayList<>();
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

  private static DemoDataset.Anomaly window(String file, JsonNode window) {
    return new DemoDataset.Anomaly(
        file.replaceFirst("\\.csv$", ""),
        "labelled anomaly",
        EventTime.parseMillis(window.get(0).asText()),
        EventTime.parseMillis(window.get(1).asText()));
  }
}
