package dev.weir.trainer;

import static dev.weir.trainer.TrainingOptions.DEFAULTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.series.DuplicatePolicy;
import dev.weir.trainer.fit.Schedule;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                Map.entry("law", "student-t"),
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

  @Test
  void all_everyConstant_isListedWithADescription() {
    Stream<String> constants =
        Arrays.stream(TrainingOptions.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .filter(field -> field.getType() == TrainingOption.class)
            .map(field -> field.getName());
    assertThat(TrainingOptions.all()).hasSize((int) constants.count());
    assertThat(TrainingOptions.all())
        .allSatisfy(option -> assertThat(option.description()).isNotBlank());
  }

  @Test
  void with_everyDefaultAsText_isReadBack() {
    DEFAULTS
        .describe()
        .forEach(
            (name, text) ->
                assertThat(DEFAULTS.with(name, text).describe()).isEqualTo(DEFAULTS.describe()));
  }

  @Test
  void with_text_isTyped() {
    TrainingOptions options =
        DEFAULTS.with("duplicates", "mean").with("schedule", "PLATEAU").with("hidden", " 48 ");
    assertThat(options.arrivals().policy()).isEqualTo(DuplicatePolicy.MEAN);
    assertThat(options.fit().schedule()).isEqualTo(Schedule.PLATEAU);
    assertThat(options.architecture(2).hidden()).isEqualTo(48);
  }

  @ParameterizedTest
  @CsvSource({
    "hidden,0,hidden=0 is out of range",
    "hidden,many,hidden=many",
    "dropout,1,dropout=1.0 is out of range",
    "learning-rate,0,learning-rate=0.0 is out of range",
    "learning-rate,NaN,learning-rate=NaN is out of range",
    "duplicates,drop,'keep, first, last, mean'",
    "cell,transformer,cell=transformer",
    "hiden,32,option=hiden is unknown",
  })
  void with_badText_isRefusedByName(String name, String text, String message) {
    assertThatThrownBy(() -> DEFAULTS.with(name, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
