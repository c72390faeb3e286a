// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.deploy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** Names of the options of Flink, from its classes. */
final class FlinkOptions {

  private static final Set<Class<?>> HOLDERS =
      Set.of(
          CheckpointingOptions.class,
          JobManagerOptions.class,
          RestOptions.class,
          StateBackendOptions.class,
          TaskManagerOptions.class);

  private FlinkOptions() {}

  static Set<String> keys() {
    return HOLDERS.stream().flatMap(FlinkOptions::keys).collect(Collectors.toSet());
  }

  private static Stream<String> keys(Class<?> holder) {
    return Arrays.stream(holder.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .map(FlinkOptions::value)
        .filter(ConfigOption.class::isInstance)
        .map(option -> ((ConfigOption<?>) option).key());
  }

  private static Object value(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
