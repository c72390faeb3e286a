package dev.weir.trainer;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One option of training: a typed constant with its default, which stands nowhere else.
 *
 * @param <T> type of its value
 * @param name as on the command line and in the artifact: {@code learning-rate}
 * @param defaultValue its value unless given
 * @param description one line, with unit and range
 * @param parser reads its value from text
 * @param valid what values it may have
 */
public record TrainingOption<T>(
    String name,
    T defaultValue,
    String description,
    Function<String, T> parser,
    Predicate<T> valid) {

  /**
   * Reads a value from text.
   *
   * @throws IllegalArgumentException where the text is no value of this option, with the option
   *     named
   */
  public T parse(String text) {
    try {
      return require(parser.apply(text.strip()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a number is needed: " + name + "=" + text, e);
    }
  }

  T require(T value) {
    if (!valid.test(value)) {
      throw new IllegalArgumentException(
          name + "=" + value + " is out of range; " + name + ": " + description);
    }
    return value;
  }

  static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
    return text -> {
      for (E constant : type.getEnumConstants()) {
        if (label(constant).equals(text.toLowerCase(Locale.ROOT))) {
          return constant;
        }
      }
      throw new IllegalArgumentException(
          text + " is unknown, expected one of " + String.join(", ", labels(type)));
    };
  }

  private static <E extends Enum<E>> Iterable<String> labels(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(TrainingOption::label).toList();
  }

  /** How a value is written: constants in lower case with dashes. */
  static String label(Object value) {
    return value instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : value.toString();
  }
}
