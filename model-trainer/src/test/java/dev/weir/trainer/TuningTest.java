// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.forecast.CellKind;
import dev.weir.sandbox.composed.ComposedConfig;
import dev.weir.sandbox.composed.ComposedSeries;
import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.history.HistorySource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TuningTest {

  private static final HistorySource SERIES =
      HistorySource.generated(new ComposedSeries(new ComposedConfig(6, 300, 1, true))::history);

  @TempDir Path folder;
  private final List<String> output = new ArrayList<>();

  private TrainingResult train(TrainingOptions options) throws IOException {
    TrainingEnvironment environment =
        new TrainingEnvironment(output::add, false, new SimpleMeterRegistry(), Clock.systemUTC());
    return new TrainingPipeline(options, environment).run(SERIES, folder.resolve("m.weir"));
  }

  private static TrainingOptions options(int configurations, int epochs, Set<TunedOption> fixed) {
    return TrainingOptions.DEFAULTS
        .withFit(FitConfig.DEFAULT.withEpochs(epochs))
        .withTune(new TuneOptions(configurations, fixed));
  }

  @Test
  void run_fourConfigurations_printsEachRungAndTrainsTheBest() throws IOException {
    TrainingResult result =
        train(
            options(4, 6, Set.of(TunedOption.CELL, TunedOption.HIDDEN))
                .withNetwork(NetworkOptions.DEFAULT.withHidden(8)));
    assertThat(output)
        .filteredOn(line -> line.startsWith("  rung 1/1, 2 passes: lstm hidden=8"))
        .hasSize(4);
    assertThat(output)
        .anySatisfy(line -> assertThat(line).contains("rung 1/1, best first"))
        .anySatisfy(line -> assertThat(line).contains("the best of 4: lstm hidden=8"));
    assertThat(result.fit().epochs()).hasSize(6);
    assertThat(result.model().architecture().hidden()).isEqualTo(8);
    assertThat(result.model().provenance()).containsEntry("option.tune", "4");
  }

  @Test
  void run_sameSeed_findsTheSameModel() throws IOException {
    TrainingOptions options = options(3, 3, Set.of());
    assertThat(train(options).model().id()).isEqualTo(train(options).model().id());
  }

  @ParameterizedTest
  @EnumSource(
      value = CellKind.class,
      names = {"LSTM", "GRU", "LSTM_PEEPHOLE", "ELMAN"})
  void run_everyCell_canBeTrained(CellKind cell) throws IOException {
    TrainingOptions options =
        options(0, 1, Set.of()).withNetwork(NetworkOptions.DEFAULT.withCell(cell));
    assertThat(train(options).fit().bestLoss()).isFinite();
  }

  @Test
  void draw_fixedHidden_variesTheOtherOptions() {
    TrainingOptions base =
        options(20, 1, Set.of(TunedOption.HIDDEN))
            .withNetwork(NetworkOptions.DEFAULT.withHidden(12));
    List<TrainingOptions> drawn = new SearchSpace(base).draw(20);
    assertThat(drawn).hasSize(20).first().isEqualTo(base);
    assertThat(drawn).allSatisfy(options -> assertThat(options.network().hidden()).isEqualTo(12));
    assertThat(drawn.stream().map(options -> options.windows().window()).distinct())
        .hasSizeGreaterThan(2);
    assertThat(drawn.stream().map(options -> options.fit().learningRate()).distinct())
        .hasSizeGreaterThan(10)
        .allSatisfy(rate -> assertThat(rate).isBetween(0.0004, 0.021));
    assertThat(drawn.stream().map(options -> options.network().cell()).distinct())
        .hasSizeGreaterThan(2);
    assertThat(new SearchSpace(base).draw(20)).isEqualTo(drawn);
  }
}
