// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import static dev.weir.trainer.TrainingOptions.DEFAULTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.history.SplitFractions;
import dev.weir.trainer.window.WindowConfig;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingOptionsTest {

  @Test
  void defaults_namesAndValues_arePinned() {
    assertThat(DEFAULTS.describe())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("name", "weir"),
                Map.entry("cell", "lstm"),
                Map.entry("hidden", "32"),
                Map.entry("layers", "1"),
                Map.entry("error-distribution", "student-t"),
                Map.entry("window", "64"),
                Map.entry("batch", "32"),
                Map.entry("sequence", "1024"),
                Map.entry("epochs", "60"),
                Map.entry("patience", "20"),
                Map.entry("seconds-limit", "0"),
                Map.entry("learning-rate", "0.005"),
                Map.entry("schedule", "cosine"),
                Map.entry("clip-norm", "1.0"),
                Map.entry("forget-bias", "1.0"),
                Map.entry("dropout", "0.0"),
                Map.entry("tune", "0"),
                Map.entry("seed", "1"),
                Map.entry("training-part", "0.7"),
                Map.entry("validation-part", "0.15"),
                Map.entry("hold-out", "time"),
                Map.entry("calibrate-on", "all"),
                Map.entry("duplicates", "first"),
                Map.entry("reorder-millis", "0"),
                Map.entry("time-column", ""),
                Map.entry("columns-as", "series"),
                Map.entry("sort", "false")));
  }

  static Stream<Arguments> outOfRange() {
    NetworkOptions network = NetworkOptions.DEFAULT;
    WindowConfig windows = WindowConfig.DEFAULT;
    FitConfig fit = FitConfig.DEFAULT;
    return Stream.of(
        refused("hidden", 0, value -> network.withHidden((int) value)),
        refused("layers", 0, value -> network.withLayers((int) value)),
        refused("window", 1, value -> windows.withWindow((int) value)),
        refused("batch", 0, value -> windows.withLanes((int) value)),
        refused("sequence", 1, value -> windows.withSequence((int) value)),
        refused("epochs", 0, value -> fit.withEpochs((int) value)),
        refused("patience", 0, value -> fit.withPatience((int) value)),
        refused("seconds-limit", -1, value -> fit.withSecondsLimit((int) value)),
        refused("learning-rate", 0.0, fit::withLearningRate),
        refused("learning-rate", 1.1, fit::withLearningRate),
        refused("learning-rate", Double.NaN, fit::withLearningRate),
        refused("clip-norm", -1.0, fit::withClipNorm),
        refused("clip-norm", Double.POSITIVE_INFINITY, fit::withClipNorm),
        refused("forget-bias", Double.NaN, fit::withForgetBias),
        refused("dropout", 1.0, fit::withDropout),
        refused("dropout", -0.1, fit::withDropout),
        refused("tune", -1, value -> new TuneOptions((int) value, Set.of())),
        refused("training-part", 0.0, value -> new SplitFractions(value, 0.1)),
        refused("validation-part", 0.3, value -> new SplitFractions(0.7, value)));
  }

  private static Arguments refused(String option, Number value, DoubleFunction<Object> records) {
    return Arguments.of(option + "=" + value, value, records);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outOfRange")
  void record_valueOutOfRange_isRejectedWithNameAndValue(
      String message, Number value, DoubleFunction<Object> records) {
    assertThatThrownBy(() -> records.apply(value.doubleValue()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void name_invalidCharacters_isRejected() {
    assertThatThrownBy(() -> DEFAULTS.withName("a b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name=a b");
  }

  @Test
  void sequence_shorterThanAWindow_isRaised() {
    assertThat(WindowConfig.DEFAULT.withWindow(2000).sequence()).isEqualTo(2000);
  }
}
