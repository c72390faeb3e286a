// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Weir;
import dev.weir.cli.WeirRun;
import dev.weir.trainer.Pretraining;
import dev.weir.trainer.TrainingOptions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Tests the training options of {@code train}, {@code pretrain} and {@code compare}. */
class TrainingFlagsTest {

  private static final Set<String> HISTORY =
      Set.of("duplicates", "reorder-millis", "time-column", "columns-as", "sort");

  private static final Set<String> ONE_MODEL = Set.of("name", "cell", "seconds-limit", "tune");

  @Test
  void train_help_listsEveryOptionWithItsDefault() {
    assertThat(defaults("train")).isEqualTo(expected(TrainingOptions.DEFAULTS, Set.of()));
  }

  @Test
  void pretrain_help_listsItsDefaultsAndNoHistoryOptions() {
    assertThat(defaults("pretrain")).isEqualTo(expected(Pretraining.OPTIONS, HISTORY));
  }

  @Test
  void compare_help_listsNoOptionsOfASingleModel() {
    Map<String, String> expected = expected(TrainingOptions.DEFAULTS, ONE_MODEL);
    expected.put("epochs", "1000");
    assertThat(defaults("compare")).isEqualTo(expected);
  }

  /** Returns option names without dashes, and the defaults in the help. */
  private static Map<String, String> defaults(String command) {
    Set<String> names = new TreeSet<>(TrainingOptions.DEFAULTS.describe().keySet());
    Map<String, String> defaults = new TreeMap<>();
    CommandLine line = Weir.commandLine().getSubcommands().get(command);
    for (OptionSpec option : line.getCommandSpec().options()) {
      String name = option.longestName().substring(2);
      if (names.contains(name)) {
        defaults.put(name, shownDefault(option.description()[0]));
      }
    }
    return defaults;
  }

  private static String shownDefault(String description) {
    int at = description.indexOf("(default: ");
    return at < 0 ? "" : description.substring(at + 10, description.length() - 2);
  }

  private static Map<String, String> expected(TrainingOptions options, Set<String> without) {
    Map<String, String> expected = new TreeMap<>(options.describe());
    expected.keySet().removeAll(without);
    return expected;
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "hidden,0,1,hidden must be 1 to 2048: hidden=0",
        "hidden,1000000,1,hidden must be 1 to 2048: hidden=1000000",
        "learning-rate,2,1,learning-rate must be above 0 and at most 1: learning-rate=2.0",
        "training-part,1,1,training-part=1.0",
        "reorder-millis,-1,1,reorderMillis=-1",
        "name,a/b,1,name=a/b",
        "hidden,many,2,'--hidden': 'many' is not an int",
        "cell,transformer,2,but was 'transformer'",
        "sort,maybe,2,'--sort': 'maybe' is not a boolean",
        "law,gaussian,2,Unknown options: '--law'",
      })
  void train_badValue_printsOptionAndValue(
      String option, String value, int exitCode, String message) {
    WeirRun run = WeirRun.of("train", "--data", "no-such-folder", "--" + option, value);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.err()).contains(message);
  }
}
