// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.event.EventTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Time column and value columns of a CSV file.
 *
 * @param time index of the time column
 * @param values indices of the value columns
 * @param names names of the value columns
 */
record CsvColumns(int time, List<Integer> values, List<String> names) {

  static final long NO_TIME = Long.MIN_VALUE;

  private static final Set<String> TIME_NAMES =
      Set.of("timestamp", "time", "datetime", "date", "ts", "event_time", "time_ms");

  /** Names of label columns, which are not inputs. */
  private static final Set<String> LABEL_NAMES =
      Set.of("label", "labels", "is_anomaly", "anomaly", "anomaly_label");

  /**
   * Finds the columns.
   *
   * @param sample the first rows
   * @throws UntrainableException if there is no time column or no value column
   */
  static CsvColumns find(
      String file, List<String> header, List<List<String>> sample, String wanted) {
    int time = timeColumn(file, header, sample, wanted);
    List<Integer> values = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      if (column != time && !isLabel(header.get(column)) && mayHoldNumbers(sample, column)) {
        values.add(column);
        names.add(header.get(column).strip());
      }
    }
    if (values.isEmpty()) {
      throw new UntrainableException(
          "a CSV file needs a column of numbers besides its time: file="
              + file
              + ", columns="
              + header);
    }
    return new CsvColumns(time, values, names);
  }

  private static int timeColumn(
      String file, List<String> header, List<List<String>> sample, String wanted) {
    for (int column = 0; column < header.size(); column++) {
      String name = header.get(column).strip().toLowerCase(Locale.ROOT);
      boolean named =
          wanted.isEmpty()
              ? TIME_NAMES.contains(name)
              : name.equals(wanted.toLowerCase(Locale.ROOT));
      if (named && holdsTimes(sample, column)) {
        return column;
      }
    }
    for (int column = 0; wanted.isEmpty() && column < header.size(); column++) {
      if (holdsTimes(sample, column)) {
        return column;
      }
    }
    throw new UntrainableException(
        "a CSV file needs a time column (epoch seconds or milliseconds, or ISO-8601): file="
            + file
            + ", columns="
            + header
            + (wanted.isEmpty() ? "" : ", expected=" + wanted));
  }

  private static boolean isLabel(String name) {
    return LABEL_NAMES.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean holdsTimes(List<List<String>> sample, int column) {
    return sample.stream()
        .map(row -> cell(row, column))
        .filter(cell -> !cell.isEmpty())
        .findFirst()
        .filter(CsvColumns::isTime)
        .isPresent();
  }

  static boolean isTime(String cell) {
    return timeMillis(cell) != NO_TIME;
  }

  /** Returns the time in a cell in milliseconds, {@link #NO_TIME} if there is none. */
  static long timeMillis(String cell) {
    if (cell.isEmpty() || !mayStartNumber(cell.charAt(0))) {
      return NO_TIME;
    }
    try {
      return EventTime.parseMillis(cell);
    } catch (IllegalArgumentException e) {
      return NO_TIME;
    }
  }

  /**
   * Whether the first cell that is not empty is a number; a column of empty cells counts as
   * numbers.
   */
  private static boolean mayHoldNumbers(List<List<String>> sample, int column) {
    return sample.stream()
        .map(row -> cell(row, column))
        .filter(cell -> !cell.isEmpty())
        .findFirst()
        .map(CsvColumns::isNumber)
        .orElse(true);
  }

  private static boolean isNumber(String cell) {
    boolean missing = cell.equalsIgnoreCase("nan") || cell.equalsIgnoreCase("null");
    return missing || !Double.isNaN(number(cell));
  }

  /** Returns the number in a cell, NaN if there is none. */
  static double number(String cell) {
    if (cell.isEmpty() || !mayStartNumber(cell.charAt(0))) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static boolean mayStartNumber(char c) {
    return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.';
  }

  /** Returns a cell without surrounding blanks, empty if the row is too short. */
  static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column).strip() : "";
  }
}
