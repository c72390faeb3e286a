// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.TextTable;

/** How a forecast is written: every form holds the same rows. */
public enum ForecastFormat {
  /** For people: one block a series. */
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
            range(row.half()),
            range(row.most()));
      }
      return "%s, %d paths%n%s".formatted(forecast.series(), forecast.paths().length, table);
    }
  },
  /** A row a series, step and feature. */
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
                row.half().lower(),
                row.half().upper(),
                row.most().lower(),
                row.most().upper());
        csv.writeRecord(cells.stream().map(Object::toString).toList());
      }
      return text.toString();
    }
  },
  /** One object a series, one line each. */
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
        throw new IllegalStateException("numbers and names are always JSON", e);
      }
    }
  };

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What stands before all forecasts; may be empty. */
  public abstract String header();

  /** One series, ending in a line break. */
  public abstract String text(PathForecast forecast);

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  private static String range(ForecastStep.Range range) {
    return "[" + number(range.lower()) + ", " + number(range.upper()) + "]";
  }

  private static Map<String, Object> fields(ForecastStep row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("step", row.step());
    fields.put("time", row.timeMillis());
    fields.put("feature", row.feature());
    fields.put("median", row.median());
    fields.put("mean", row.mean());
    fields.put("lower50", row.half().lower());
    fields.put("upper50", row.half().upper());
    fields.put("lower95", row.most().lower());
    fields.put("upper95", row.most().upper());
    return fields;
  }
}
