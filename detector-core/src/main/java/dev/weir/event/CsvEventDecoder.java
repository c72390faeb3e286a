// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

/**
 * Decoder of CSV records: {@code series,time,value[,value...]}. Quoted fields are not supported, so
 * the name of a series must not contain a comma.
 */
final class CsvEventDecoder implements EventDecoder {

  private static final int FIRST_VALUE = 2;

  @Override
  public void decode(byte[] record, EventSink out) {
    MetricEvent event;
    try {
      event = event(StrictUtf8.decode(record, 0, record.length).strip().split(",", -1));
    } catch (MalformedRecordException | IllegalArgumentException e) {
      out.malformed(String.valueOf(e.getMessage()));
      return;
    }
    out.event(event.series(), event.timeMillis(), event.values(), event.values().length);
  }

  private static MetricEvent event(String[] fields) {
    if (fields.length <= FIRST_VALUE) {
      throw new MalformedRecordException(
          "a CSV event must be series,time,value[,value...]: fields=" + fields.length);
    }
    return new MetricEvent(
        fields[0].strip(), EventTime.parseMillis(fields[1].strip()), values(fields));
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
