// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.event.MetricEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergedReplayTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void next_decreasingTimes_keepsRowOrderAndMergesByLatestTime(long seed) throws IOException {
    Random random = new Random(seed);
    int rows = 0;
    for (int file = 0; file < 5; file++) {
      rows += write("series" + file + ".csv", random);
    }
    List<MetricEvent> events = replay();
    assertThat(events).hasSize(rows);
    for (int file = 0; file < 5; file++) {
      String series = "series" + file;
      assertThat(
              events.stream()
                  .filter(event -> event.series().equals(series))
                  .map(event -> event.values()[0]))
          .isSorted();
    }
    assertLatestTimesIncrease(events);
  }

  /** Writes rows whose values are row numbers and whose times sometimes repeat or decrease. */
  private int write(String name, Random random) throws IOException {
    StringBuilder csv = new StringBuilder("timestamp,value\n");
    long time = 1_700_000_000L + random.nextInt(1000);
    int rows = 50 + random.nextInt(50);
    for (int row = 0; row < rows; row++) {
      csv.append(time).append(',').append(row).append('\n');
      time += random.nextInt(10) == 0 ? -100 : random.nextInt(60);
    }
    Files.writeString(folder.resolve(name), csv);
    return rows;
  }

  private static void assertLatestTimesIncrease(List<MetricEvent> events) {
    Map<String, Long> latestTimes = new HashMap<>();
    long last = Long.MIN_VALUE;
    for (MetricEvent event : events) {
      long latest =
          Math.max(event.timeMillis(), latestTimes.getOrDefault(event.series(), Long.MIN_VALUE));
      latestTimes.put(event.series(), latest);
      assertThat(latest).isGreaterThanOrEqualTo(last);
      last = latest;
    }
  }

  @Test
  void next_severalColumns_returnsOneSeriesPerColumnExceptTheLabel() throws IOException {
    Files.writeString(
        folder.resolve("m.csv"),
        "time,cpu,mem,label\n2026-01-01T00:00:00Z,1,2,0\n2026-01-01T00:01:00Z,,4,1\n");
    assertThat(replay()).extracting(MetricEvent::series).containsExactly("m/cpu", "m/mem", "m/mem");
  }

  @Test
  void next_cellWithoutTimeOrNumber_isSkippedAndCounted() throws IOException {
    Files.writeString(
        folder.resolve("m.csv"),
        "time,cpu\n2026-01-01T00:00:00Z,1\nyesterday,2\n2026-01-01T00:02:00Z,\n");
    try (MergedReplay replay = new MergedReplay(folder)) {
      assertThat(replay.next().values()).containsExactly(1);
      assertThat(replay.hasNext()).isFalse();
      assertThat(replay.skippedCells()).isEqualTo(2);
    }
  }

  @Test
  void open_fileWithoutSeries_isSkippedAndReported() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "time,cpu\n2026-01-01T00:00:00Z,1\n");
    Files.writeString(folder.resolve("b.csv"), "name,colour\nx,red\n");
    try (MergedReplay replay = new MergedReplay(folder)) {
      assertThat(replay.skippedFiles()).hasSize(1).first().asString().contains("b.csv");
      assertThat(replay.files()).isEqualTo(1);
    }
  }

  @Test
  void open_folderWithoutCsv_isRefused() {
    assertThatThrownBy(this::replay)
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("csv");
  }

  private List<MetricEvent> replay() throws IOException {
    List<MetricEvent> events = new ArrayList<>();
    try (MergedReplay replay = new MergedReplay(folder)) {
      replay.forEachRemaining(events::add);
    }
    return events;
  }
}
