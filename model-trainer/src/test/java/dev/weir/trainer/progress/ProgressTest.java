// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.trainer.fit.BatchOutcome;
import dev.weir.trainer.fit.EpochOutcome;
import dev.weir.trainer.fit.FitListener;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static void play(FitListener listener) {
    listener.epochStarted(1, 4, 1000);
    listener.batchDone(new BatchOutcome.Trained(900, 1.25, 0.5));
    listener.batchDone(new BatchOutcome.Skipped(100, "loss=NaN"));
    listener.epochDone(new EpochOutcome(1, 1.25, 1.5, true, 1, 1, 900, 0.5));
    listener.fitDone();
  }

  @Test
  void lines_onePass_showLossSpeedTimeAndSkippedBatches() {
    List<String> lines = new ArrayList<>();
    List<Long> ticks = new ArrayList<>(List.of(0L, 30_000L));
    InstantSource clock = () -> Instant.ofEpochMilli(ticks.remove(0));
    play(new ProgressLines(lines::add, clock));
    assertThat(lines)
        .containsExactly(
            "skipped a batch of 100 points: loss=NaN",
            "pass 1/4  loss 1.2500  held-out loss 1.5000 (best)  1,800 points/s  at most 1 min 30 s left");
  }

  @Test
  void meters_skippedBatch_isCountedSeparately() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    play(new TrainingMeters(registry));
    assertThat(registry.counter(TrainingMeters.BATCHES).count()).isEqualTo(1);
    assertThat(registry.counter(TrainingMeters.BATCHES_SKIPPED).count()).isEqualTo(1);
    assertThat(registry.counter(TrainingMeters.POINTS).count()).isEqualTo(900);
    assertThat(registry.get(TrainingMeters.LOSS).gauge().value()).isEqualTo(1.25);
    play(new TrainingMeters(registry));
    assertThat(registry.counter(TrainingMeters.BATCHES).count()).isEqualTo(2);
  }

  @Test
  void terminal_wholeFit_doesNotThrow() {
    play(new ProgressOnTerminal());
  }
}
