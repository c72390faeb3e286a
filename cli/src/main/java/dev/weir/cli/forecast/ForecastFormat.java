// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.weir.cli.topic.TerminalText;
import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.TextTable;

/** Output formats of a forecast; all contain the same rows. */
public enum ForecastFormat {
  /** One text table per series. */
  TABLE {
    @Override
    public String header() {
      return "";
    }

    @Override
    public String text(PathForecast forecast) {
      TextTable table =
          TextTable.forColumnWidths(
              Help.defaultColorScheme(Help.Ansi.OFF), 7, 23, 13, 14, 14, 29, 29);
      table.addRowValues("step", "time", "feature", "median", "mean", "50 %", "95 %");
      for (ForecastStep row : forecast.steps()) {
        table.addRowValues(
            String.valueOf(row.step()),
            Instant.ofEpochMilli(row.timeMillis()).toString(),
            row.feature(),
            number(row.median()),
            number(row.mean()),
            interval(row.central50()),
            interval(row.central95()));
      }
      String series = TerminalText.escape(forecast.series());
      return "%s, %d paths%n%s".formatted(series, forecast.paths().length, table);
    }
  },
  /** One row per series, step and feature. */
  CSV {
    @Override
    public String header() {
      return "series,feature,step,time,median,mean,lower50,upper50,lower95,upper95\n";
    }

    @Override
    public String text(PathForecast forecast) {
      StringWriter text = new StringWriter();
      CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
      for (ForecastStep row : forecast.steps()) {
        List<Object> cells =
            List.of(
                forecast.series(),
                row.feature(),
                row.step(),
                Instant.ofEpochMilli(row.timeMillis()),
                row.median(),
                row.mean(),
                row.central50().lower(),
                row.central50().upper(),
                row.central95().lower(),
                row.central95().upper());
        csv.writeRecord(cells.stream().map(Object::toString).toList());
      }
      return text.toString();
    }
  },
  /** One JSON object per series, one per line. */
  JSON {
    @Override
    public String header() {
      return "";
    }

    @Override
    public String text(PathForecast forecast) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("series", forecast.series());
      object.put("paths", forecast.paths().length);
      object.put("steps", forecast.steps().stream().map(ForecastFormat::fields).toList());
      try {
        return MAPPER.writeValueAsString(object) + "\n";
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("can't write the forecast as JSON", e);
      }
    }
  };

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Returns the text before all forecasts; may be empty. */
  public abstract String header();

  /** Returns the text of one series, with a line break at the end. */
  public abstract String text(PathForecast forecast);

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  private static String interval(ForecastStep.Interval interval) {
    return "[" + number(interval.lower()) + ", " + number(interval.upper()) + "]";
  }

  private static Map<String, Object> fields(ForecastStep row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("step", row.step());
    fields.put("time", row.timeMillis());
    fields.put("feature", row.feature());
    fields.put("median", row.median());
    fields.put("mean", row.mean());
    fields.put("lower50", row.central50().lower());
    fields.put("upper50", row.central50().upper());
    fields.put("lower95", row.central95().lower());
    fields.put("upper95", row.central95().upper());
    return fields;
  }
}
