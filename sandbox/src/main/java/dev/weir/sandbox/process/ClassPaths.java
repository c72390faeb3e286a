// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.process;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What of Maven's jars a process sees. */
final class ClassPaths {

  /** What only the shaded jars may bring. */
  private static final Pattern NOT_ON_A_CLUSTER =
      Pattern.compile(
          "(detector-core|flink-job|flink-connector-kafka|kafka|micrometer|prometheus|opentelemetry"
              + "|protobuf|jackson|HdrHistogram|jqwik|junit|assertj|scala).*");

  private ClassPaths() {}

  /** A Flink cluster's: nothing of ours, of Kafka's or of Micrometer's. */
  static String flink() {
    return select(jar -> isJar(jar) && !NOT_ON_A_CLUSTER.matcher(name(jar)).matches());
  }

  private static boolean isJar(Path entry) {
    return name(entry).endsWith(".jar");
  }

  private static String name(Path entry) {
    return entry.getFileName().toString();
  }

  private static String select(Predicate<Path> wanted) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> wanted.test(Path.of(entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
