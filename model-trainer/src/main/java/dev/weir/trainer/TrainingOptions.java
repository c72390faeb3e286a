// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.history.CsvConfig;
import dev.weir.trainer.window.WindowConfig;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * All options of training. Each option has its default in the {@code DEFAULT} of its own record.
 *
 * @param name name of the model: letters, digits, dots, dashes and underscores
 * @param network shape of the network
 * @param windows how series are cut into windows
 * @param fit how the network is fitted
 * @param split what the model is trained, evaluated and calibrated on
 * @param csv how CSV files are read; {@link CsvConfig#rules()} holds for a Kafka topic, too
 * @param tune the search that precedes the fit
 */
@RecordBuilder
public record TrainingOptions(
    String name,
    NetworkOptions network,
    WindowConfig windows,
    FitConfig fit,
    SplitOptions split,
    CsvConfig csv,
    TuneOptions tune)
    implements TrainingOptionsBuilder.With {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /** The default of every option. */
  public static final TrainingOptions DEFAULTS =
      new TrainingOptions(
          "weir",
          NetworkOptions.DEFAULT,
          WindowConfig.DEFAULT,
          FitConfig.DEFAULT,
          SplitOptions.DEFAULT,
          CsvConfig.DEFAULT,
          TuneOptions.DEFAULT);

  /**
   * @throws IllegalArgumentException if the name is invalid
   */
  public TrainingOptions {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name must consist of letters, digits, dots, dashes and underscores, and start with a"
              + " letter or digit: name="
              + name);
    }
  }

  /** Returns all options as text, by their names on the command line. */
  public Map<String, String> describe() {
    Map<String, Object> values = new TreeMap<>();
    values.put("name", name);
    values.put("cell", network.cell());
    values.put("hidden", network.hidden());
    values.put("layers", network.layers());
    values.put("error-distribution", network.errorDistribution());
    values.put("window", windows.window());
    values.put("batch", windows.lanes());
    values.put("sequence", windows.sequence());
    values.put("tune", tune.configurations());
    describeFit(values);
    describeData(values);
    Map<String, String> described = new TreeMap<>();
    values.forEach((option, value) -> described.put(option, value.toString()));
    return described;
  }

  private void describeFit(Map<String, Object> values) {
    values.put("epochs", fit.epochs());
    values.put("patience", fit.patience());
    values.put("seconds-limit", fit.secondsLimit());
    values.put("learning-rate", fit.learningRate());
    values.put("schedule", fit.schedule());
    values.put("clip-norm", fit.clipNorm());
    values.put("forget-bias", fit.forgetBias());
    values.put("dropout", fit.dropout());
    values.put("seed", fit.seed());
  }

  private void describeData(Map<String, Object> values) {
    values.put("hold-out", split.holdOut());
    values.put("training-part", split.fractions().training());
    values.put("validation-part", split.fractions().validation());
    values.put("calibrate-on", split.calibrateOn());
    values.put("duplicates", csv.rules().policy());
    values.put("reorder-millis", csv.rules().reorderMillis());
    values.put("time-column", csv.timeColumn());
    values.put("columns-as", csv.columnsAs());
    values.put("sort", csv.sorted());
  }
}
