// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.export;

import dev.weir.trainer.history.History;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Origin of a model.
 *
 * @param history training data
 * @param options all options by name, as text
 * @param created time of the export
 */
public record Provenance(History history, Map<String, String> options, Instant created) {

  /** Returns the entries of the artifact by name. */
  Map<String, String> entries() {
    Map<String, String> entries = new TreeMap<>();
    entries.put("created", created.toString());
    entries.put("data.source", history.source());
    entries.put("data.sha256", DataFingerprint.of(history));
    entries.put("data.from", Instant.ofEpochMilli(history.fromMillis()).toString());
    entries.put("data.to", Instant.ofEpochMilli(history.toMillis()).toString());
    entries.put("data.series", Integer.toString(history.series().size()));
    entries.put("data.points", Long.toString(history.points()));
    entries.put("version.java", Runtime.version().toString());
    options.forEach((name, value) -> entries.put("option." + name, value));
    return entries;
  }
}
