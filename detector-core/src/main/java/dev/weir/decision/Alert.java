// SPDX-License-Identifier: Apache-2.0
package dev.weir.decision;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * A message about an incident.
 *
 * @param status what happened to the incident
 * @param incident the incident after the point
 * @param evidence evidence of the point that caused the alert
 */
public record Alert(Status status, Incident incident, Evidence evidence) {

  /** The status of an incident. */
  public enum Status {
    /** The incident was opened by its first anomalous point. */
    OPENED,
    /** The incident became worse or continues. */
    UPDATED,
    /** The incident ended. */
    RESOLVED;

    /** The name in alert records. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the id of the incident, a UUID that depends on series, model and start only. */
  public String id(String series, String model) {
    String identity = series + '\n' + model + '\n' + incident.startMillis();
    return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
