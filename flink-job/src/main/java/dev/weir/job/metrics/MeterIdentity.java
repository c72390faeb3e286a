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
 * What a Flink metric is called in Micrometer.
 *
 * @param name {@code weir.<name>} for the job's own, else {@code flink.<logical scope>.<name>}
 * @param tags Flink's scope variables but for those that are new with every attempt or only repeat
 *     a name
 */
record MeterIdentity(String name, Tags tags) {

  /** Ids: each restart or submission would begin new time series. */
  private static final Set<String> UNBOUNDED =
      Set.of("job_id", "task_id", "task_attempt_id", "task_attempt_num", "operator_id");

  private static final int LONGEST_VALUE = 120;
  private static final String OWN_GROUP = "." + JobMetrics.GROUP;

  static MeterIdentity of(String name, MetricGroup group) {
    String scope =
        LogicalScopeProvider.castFrom(group).getLogicalScope(MeterIdentity::withoutBlanks, '.');
    String fullName =
        scope.endsWith(OWN_GROUP)
            ? JobMetrics.GROUP + "." + name
            : "flink." + scope + "." + withoutBlanks(name);
    return new MeterIdentity(fullName, tags(group.getAllVariables()));
  }

  private static Tags tags(Map<String, String> variables) {
    List<Tag> tags = new ArrayList<>();
    variables.forEach(
        (variable, value) -> {
          String key = variable.replaceAll("[<>]", "");
          if (!UNBOUNDED.contains(key)) {
            tags.add(Tag.of(key, clean(value)));
          }
        });
    return Tags.of(tags);
  }

  private static String clean(String value) {
    String printable = value.replaceAll("\\p{Cntrl}", " ").strip();
    return printable.length() <= LONGEST_VALUE ? printable : printable.substring(0, LONGEST_VALUE);
  }

  private static String withoutBlanks(String part) {
    return part.replace(' ', '_');
  }

  /** The same with something appended to the name. */
  MeterIdentity sub(String part) {
    return new MeterIdentity(name + "." + part, tags);
  }

  /** The same with one more tag. */
  MeterIdentity with(String key, String value) {
    return new MeterIdentity(name, tags.and(key, value));
  }
}
