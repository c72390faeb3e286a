// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.sink;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.decision.Band;
import dev.weir.decision.Evidence;
import dev.weir.decision.Guarantee;
import java.io.IOException;

/**
 * The JSON fields that alert and score records have in common: the point, its band, its score and
 * the threshold.
 */
final class EvidenceFields {

  private EvidenceFields() {}

  static void write(JsonGenerator json, Evidence evidence) throws IOException {
    Band band = evidence.band();
    JsonRecord.array(json, "values", evidence.values());
    write(json, "expected", band, band.expected());
    write(json, "lower", band, band.lower());
    write(json, "upper", band, band.upper());
    json.writeNumberField("score", evidence.score());
    json.writeNumberField("threshold", evidence.threshold());
    writeSignal(json, evidence);
    JsonRecord.array(json, "contributions", evidence.contributions());
    json.writeStringField("guarantee", evidence.guarantee().label());
  }

  private static void write(JsonGenerator json, String name, Band band, double[] values)
      throws IOException {
    if (band.isPresent()) {
      JsonRecord.array(json, name, values);
    } else {
      json.writeNullField(name);
    }
  }

  /** During warm-up, no signal applies. */
  private static void writeSignal(JsonGenerator json, Evidence evidence) throws IOException {
    if (evidence.guarantee() == Guarantee.LEARNING) {
      json.writeNullField("signal");
    } else {
      json.writeStringField("signal", evidence.signal().label());
    }
  }
}
