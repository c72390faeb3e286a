package dev.weir.trainer;

import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.series.DuplicatePolicy;
import dev.weir.series.ReorderConfig;
import dev.weir.trainer.calibrate.CalibrationSpan;
import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.fit.Schedule;
import dev.weir.trainer.history.ColumnsAs;
import dev.weir.trainer.history.CsvConfig;
import dev.weir.trainer.history.HoldOut;
import dev.weir.trainer.history.SplitFractions;
import dev.weir.trainer.window.WindowConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the user decides about training. Every option is a typed constant here; what isn't chosen
 * has its default.
 *
 * @param chosen values that were given
 */
public record TrainingOptions(Map<TrainingOption<?>, Object> chosen) {

  /** Name of the model. */
  public static final TrainingOption<String> NAME =
      new TrainingOption<>(
          "name",
          "weir",
          "name of the model: letters, digits, dots, dashes and underscores",
          text -> text,
          name -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"));

  /** Kind of cell. */
  public static final TrainingOption<CellKind> CELL =
      new TrainingOption<>(
          "cell",
          CellKind.LSTM,
          "kind of cell: " + CellKind.labels(),
          CellKind::ofLabel,
          cell -> true);

  /** Units of a layer. */
  public static final TrainingOption<Integer> HIDDEN =
      atLeast("hidden", 32, 1, "units of a layer, 1 or more");

  /** Layers. */
  public static final TrainingOption<Integer> LAYERS =
      atLeast("layers", 1, 1, "layers, stacked, 1 or more");

  /** Law of the forecast error. */
  public static final TrainingOption<ErrorDistribution> LAW =
      new TrainingOption<>(
          "law",
          ErrorDistribution.STUDENT_T,
          "law of the forecast error: student-t or gaussian",
          ErrorDistribution::ofLabel,
          law -> true);

  /** Steps through which an error is propagated back. */
  public static final TrainingOption<Integer> WINDOW =
      atLeast(
          "window",
          64,
          2,
          "steps through which an error is propagated back, 2 or more; as many as sequence: all the way");

  /** Sequences side by side. */
  public static final TrainingOption<Integer> BATCH =
      atLeast("batch", 32, 1, "sequences learnt from side by side, 1 or more");

  /** Points for which the state is carried. */
  public static final TrainingOption<Integer> SEQUENCE =
      atLeast(
          "sequence",
          1024,
          2,
          "points for which the state is carried in training, a window or more");

  /** Passes. */
  public static final TrainingOption<Integer> EPOCHS =
      atLeast("epochs", 60, 1, "most passes over the training span, 1 or more");

  /** Passes without a gain. */
  public static final TrainingOption<Integer> PATIENCE =
      atLeast(
          "patience", 20, 1, "passes without a gain on the validation span that end it, 1 or more");

  /** Wall time. */
  public static final TrainingOption<Integer> SECONDS_LIMIT =
      atLeast(
          "seconds-limit", 0, 0, "wall time after which no further pass begins, seconds; 0: none");

  /** Step size. */
  public static final TrainingOption<Double> LEARNING_RATE =
      number("learning-rate", 0.005, "Adam's step size at its largest, above 0 to 1", 1);

  /** Course of the step size. */
  public static final TrainingOption<Schedule> SCHEDULE =
      new TrainingOption<>(
          "schedule",
          Schedule.COSINE,
          "how the learning rate falls: cosine, plateau or constant",
          TrainingOption.oneOf(Schedule.class),
          schedule -> true);

  /** Gradient clipping. */
  public static final TrainingOption<Double> CLIP_NORM =
      new TrainingOption<>(
          "clip-norm",
          1.0,
          "largest norm of the whole gradient, 0 or more; 0: not clipped",
          Double::valueOf,
          norm -> norm >= 0 && norm <= Double.MAX_VALUE);

  /** Forget-gate bias. */
  public static final TrainingOption<Double> FORGET_BIAS =
      new TrainingOption<>(
          "forget-bias",
          1.0,
          "initial bias of the forget gate of lstm and lstm-peephole, finite",
          Double::valueOf,
          Double::isFinite);

  /** Dropout. */
  public static final TrainingOption<Double> DROPOUT =
      new TrainingOption<>(
          "dropout",
          0.0,
          "part of the hidden outputs dropped while learning, 0 to below 1",
          Double::valueOf,
          part -> part >= 0 && part < 1);

  /** Configurations tried first. */
  public static final TrainingOption<Integer> TUNE =
      atLeast(
          "tune",
          0,
          0,
          "configurations of cell, hidden, window and learning rate tried before the fit, those"
              + " given left as they are; 0: none");

  /** Seed. */
  public static final TrainingOption<Long> SEED =
      new TrainingOption<>(
          "seed",
          1L,
          "of initial weights, order, dropout and what is tried",
          Long::valueOf,
          seed -> true);

  /** Part to learn from. */
  public static final TrainingOption<Double> TRAINING_PART =
      number(
          "training-part",
          0.7,
          "part of each series' time to learn from, above 0 to below 1",
          0.99);

  /** Part to stop early on. */
  public static final TrainingOption<Double> VALIDATION_PART =
      number(
          "validation-part",
          0.15,
          "part of each series' time behind it for early stopping, above 0; the rest is judged on",
          0.99);

  /** What is held out. */
  public static final TrainingOption<HoldOut> HOLD_OUT =
      new TrainingOption<>(
          "hold-out",
          HoldOut.TIME,
          "what is held out, time of each series or whole series: time or series",
          TrainingOption.oneOf(HoldOut.class),
          holdOut -> true);

  /** What is calibrated on. */
  public static final TrainingOption<CalibrationSpan> CALIBRATE_ON =
      new TrainingOption<>(
          "calibrate-on",
          CalibrationSpan.ALL,
          "what rates of surprise are measured on: held-out or all",
          TrainingOption.oneOf(CalibrationSpan.class),
          span -> true);

  /** Equal and backward times. */
  public static final TrainingOption<DuplicatePolicy> DUPLICATES =
      new TrainingOption<>(
          "duplicates",
          ReorderConfig.DEFAULT.policy(),
          "what becomes of points of one time: keep, first, last or mean",
          TrainingOption.oneOf(DuplicatePolicy.class),
          policy -> true);

  /** Reordering. */
  public static final TrainingOption<Long> REORDER_MILLIS =
      new TrainingOption<>(
          "reorder-millis",
          ReorderConfig.DEFAULT.reorderMillis(),
          "how far a point may come behind a later one, milliseconds, 0 or more",
          Long::valueOf,
          millis -> millis >= 0);

  /** Time column. */
  public static final TrainingOption<String> TIME_COLUMN =
      new TrainingOption<>(
          "time-column",
          "",
          "name of the CSV files' time column; empty: found by name or by what it holds",
          text -> text,
          name -> true);

  /** Value columns. */
  public static final TrainingOption<ColumnsAs> COLUMNS_AS =
      new TrainingOption<>(
          "columns-as",
          ColumnsAs.SERIES,
          "what several value columns of a CSV file are: series, or features of one series",
          TrainingOption.oneOf(ColumnsAs.class),
          as -> true);

  /** Sorting. */
  public static final TrainingOption<Boolean> SORT =
      new TrainingOption<>(
          "sort",
          false,
          "whether a CSV file's rows are put in time order first: true or false",
          TrainingOptions::yesOrNo,
          sort -> true);

  /** Nothing chosen. */
  public static final TrainingOptions DEFAULTS = new TrainingOptions(Map.of());

  /** Keeps an unmodifiable copy. */
  public TrainingOptions {
    chosen = Map.copyOf(chosen);
  }

  private static boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("expected true or false, found " + text);
    };
  }

  private static TrainingOption<Integer> atLeast(
      String name, int defaultValue, int least, String description) {
    return new TrainingOption<>(
        name, defaultValue, description, Integer::valueOf, value -> value >= least);
  }

  private static TrainingOption<Double> number(
      String name, double defaultValue, String description, double most) {
    return new TrainingOption<>(
        name, defaultValue, description, Double::valueOf, value -> value > 0 && value <= most);
  }

  /** Every option there is, in the order in which a person would read about them. */
  public static List<TrainingOption<?>> all() {
    return List.of(
        NAME,
        CELL,
        HIDDEN,
        LAYERS,
        LAW,
        WINDOW,
        BATCH,
        SEQUENCE,
        EPOCHS,
        PATIENCE,
        SECONDS_LIMIT,
        LEARNING_RATE,
        SCHEDULE,
        CLIP_NORM,
        FORGET_BIAS,
        DROPOUT,
        TUNE,
        SEED,
        TRAINING_PART,
        VALIDATION_PART,
        HOLD_OUT,
        CALIBRATE_ON,
        DUPLICATES,
        REORDER_MILLIS,
        TIME_COLUMN,
        COLUMNS_AS,
        SORT);
  }

  /** The value of an option. */
  @SuppressWarnings("unchecked") // with() and parsed() put in values of the option's own type only
  public <T> T get(TrainingOption<T> option) {
    return (T) chosen.getOrDefault(option, option.defaultValue());
  }

  /**
   * The same with one option chosen.
   *
   * @throws IllegalArgumentException where the value is out of range
   */
  public <T> TrainingOptions with(TrainingOption<T> option, T value) {
    Map<TrainingOption<?>, Object> more = new HashMap<>(chosen);
    more.put(option, option.require(value));
    return new TrainingOptions(more);
  }

  /**
   * The same with one option chosen, both as text.
   *
   * @throws IllegalArgumentException where no option has this name, or the text is no value of it
   */
  public TrainingOptions with(String name, String text) {
    return all().stream()
        .filter(option -> option.name().equals(name))
        .findFirst()
        .map(option -> parsed(option, text))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "option=" + name + " is unknown, expected one of " + names()));
  }

  private <T> TrainingOptions parsed(TrainingOption<T> option, String text) {
    return with(option, option.parse(text));
  }

  private static String names() {
    return all().stream().map(TrainingOption::name).collect(Collectors.joining(", "));
  }

  /** Every option with its value, as text. */
  public Map<String, String> describe() {
    Map<String, String> described = new TreeMap<>();
    all().forEach(option -> described.put(option.name(), TrainingOption.label(get(option))));
    return described;
  }

  /** The shape of the network for points of this many features. */
  public Architecture architecture(int features) {
    return new Architecture(get(CELL), features, get(HIDDEN), get(LAYERS), get(LAW));
  }

  /** How windows are cut. */
  public WindowConfig windows() {
    return new WindowConfig(get(WINDOW), get(BATCH), Math.max(get(WINDOW), get(SEQUENCE)));
  }

  /** How the network is fitted. */
  public FitConfig fit() {
    return new FitConfig(
        get(EPOCHS),
        get(LEARNING_RATE),
        get(SCHEDULE),
        get(CLIP_NORM),
        get(PATIENCE),
        get(FORGET_BIAS),
        get(DROPOUT),
        get(SECONDS_LIMIT),
        get(SEED));
  }

  /** How each series' time is split. */
  public SplitFractions split() {
    return new SplitFractions(get(TRAINING_PART), get(VALIDATION_PART));
  }

  /** What becomes of equal and backward times. */
  public ReorderConfig arrivals() {
    return new ReorderConfig(get(DUPLICATES), get(REORDER_MILLIS));
  }

  /** How a folder of CSV files is read. */
  public CsvConfig csv() {
    return new CsvConfig(get(TIME_COLUMN), get(COLUMNS_AS), get(SORT), arrivals());
  }
}
