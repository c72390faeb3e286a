package dev.weir.event;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads {@code series,time,value[,value...]}; fields are not quoted, and a series name holds no
 * comma.
 */
final class CsvEventDecoder implements EventDecoder {

  private static final int FIRST_VALUE = 2;

  @Override
  public void decode(byte[] record, Consumer<? super DecodeResult> out) {
    out.accept(decode(new String(record, StandardCharsets.UTF_8).strip()));
  }

  private static DecodeResult decode(String line) {
    String[] fields = line.split(",", -1);
    if (fields.length <= FIRST_VALUE) {
      return new DecodeResult.Malformed(
          "a CSV event is series,time,value[,value...]: fields=" + fields.length);
    }
    try {
      return new DecodeResult.Decoded(
          new MetricEvent(
              fields[0].strip(), EventTime.parseMillis(fields[1].strip()), values(fields)));
    } catch (IllegalArgumentException e) {
      return new DecodeResult.Malformed(String.valueOf(e.getMessage()));
    }
  }

  private static double[] values(String[] fields) {
    double[] values = new double[fields.length - FIRST_VALUE];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(i, fields[FIRST_VALUE + i].strip());
    }
    return values;
  }

  private static double value(int feature, String field) {
    try {
      return Double.parseDouble(field);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "values must be numbers: value[" + feature + "]=" + field, e);
    }
  }
}
