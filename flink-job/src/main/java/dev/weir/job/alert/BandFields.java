package dev.weir.job.alert;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.decision.Band;
import dev.weir.decision.Evidence;
import java.io.IOException;

/** The fields that alert and score records share: the point and what was expected instead. */
final class BandFields {

  private BandFields() {}

  static void write(JsonGenerator json, Evidence evidence) throws IOException {
    Band band = evidence.band();
    JsonRecord.array(json, "values", evidence.values());
    write(json, "expected", band, band.expected());
    write(json, "lower", band, band.lower());
    write(json, "upper", band, band.upper());
    json.writeNumberField("score", evidence.score());
  }

  private static void write(JsonGenerator json, String name, Band band, double[] values)
      throws IOException {
    if (band.isPresent()) {
      JsonRecord.array(json, name, values);
    } else {
      json.writeNullField(name);
    }
  }
}
