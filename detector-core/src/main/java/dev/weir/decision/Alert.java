package dev.weir.decision;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * The published message about an incident.
 *
 * @param status what happened to the incident
 * @param incident what the incident is now
 * @param evidence the point that brought this about
 */
public record Alert(Status status, Incident incident, Evidence evidence) {

  /** The life of an incident. */
  public enum Status {
    /** The first anomalous point. */
    OPENED,
    /** It has become clearly worse. */
    UPDATED,
    /** The series behaves again. */
    RESOLVED;

    /** The word in alert records. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The alert's id: the same for the same series, model and start, whatever run finds it. */
  public String id(String series, String model) {
    String identity = series + '\n' + model + '\n' + incident.startMillis();
    return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
