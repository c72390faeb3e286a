// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.metrics;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.MetricGroup;

/**
 * Name and tags of a Flink metric in Micrometer.
 *
 * @param name {@code weir.<name>} for the job's own metrics, else {@code flink.<logical
 *     scope>.<name>}
 * @param tags Flink's scope variables, except ids
 */
record MeterIdentity(String name, Tags tags) {

  /** Ids: with them as tags, each restart or submission would create new time series. */
  private static final Set<String> IDS =
      Set.of("job_id", "task_id", "task_attempt_id", "task_attempt_num", "operator_id");

  private static final int MAX_VALUE_LENGTH = 120;
  private static final String JOB_GROUP = "." + JobMetrics.GROUP;

  static MeterIdentity of(String name, MetricGroup group) {
    String scope =
        LogicalScopeProvider.castFrom(group).getLogicalScope(MeterIdentity::withoutBlanks, '.');
    String fullName =
        scope.endsWith(JOB_GROUP)
            ? JobMetrics.GROUP + "." + name
            : "flink." + scope + "." + withoutBlanks(name);
    return new MeterIdentity(fullName, tags(group.getAllVariables()));
  }

  private static Tags tags(Map<String, String> variables) {
    List<Tag> tags = new ArrayList<>();
    variables.forEach(
        (variable, value) -> {
          String key = variable.replaceAll("[<>]", "");
          if (!IDS.contains(key)) {
            tags.add(Tag.of(key, clean(value)));
          }
        });
    return Tags.of(tags);
  }

  private static String clean(String value) {
    String printable = value.replaceAll("\\p{Cntrl}", " ").strip();
    return printable.length() <= MAX_VALUE_LENGTH
        ? printable
        : printable.substring(0, MAX_VALUE_LENGTH);
  }

  private static String withoutBlanks(String part) {
    return part.replace(' ', '_');
  }

  /** Returns this identity with a suffix of the name. */
  MeterIdentity sub(String part) {
    return new MeterIdentity(name + "." + part, tags);
  }

  /** Returns this identity with another tag. */
  MeterIdentity with(String key, String value) {
    return new MeterIdentity(name, tags.and(key, value));
  }
}
