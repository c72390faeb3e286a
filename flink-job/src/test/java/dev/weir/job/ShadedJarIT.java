// SPDX-License-Identifier: Apache-2.0
package dev.weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Checks the contents of the jars for a cluster. */
class ShadedJarIT {

  private static final Pattern NATIVE =
      Pattern.compile(".*\\.(so|dll|dylib|jnilib|a|lib)(\\.[0-9.]+)?");

  /** The only part of Flink in the jar: the Kafka connector. */
  private static final Pattern CONNECTOR =
      Pattern.compile(
          "org/apache/flink/(connector/kafka|streaming/connectors/kafka"
              + "|streaming/util/serialization/(JSONKeyValue|TypeInformationKeyValue))[A-Za-z]*.*");

  private static List<String> entries(String property) throws IOException {
    try (JarFile jar = open(property)) {
      return jar.stream().map(ZipEntry::getName).filter(name -> !name.endsWith("/")).toList();
    }
  }

  private static JarFile open(String property) throws IOException {
    return new JarFile(Path.of(System.getProperty(property)).toFile());
  }

  private static List<String> jobEntries() throws IOException {
    return entries("weir.job.jar");
  }

  private static List<String> reporterEntries() throws IOException {
    return entries("weir.reporter.jar");
  }

  @Test
  void jobJar_ofABuild_containsNoNativeLibrary() throws IOException {
    assertThat(jobEntries()).noneMatch(ShadedJarIT::isNative);
    assertThat(reporterEntries()).noneMatch(ShadedJarIT::isNative);
  }

  private static boolean isNative(String name) {
    return NATIVE.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  @Test
  void jobJar_ofABuild_containsOnlyTheConnectorOfFlink() throws IOException {
    assertThat(jobEntries())
        .filteredOn(name -> name.startsWith("org/apache/flink/"))
        .isNotEmpty()
        .allMatch(name -> CONNECTOR.matcher(name).matches());
  }

  @Test
  void jobJar_ofABuild_containsNoTrainerAndNoLogger() throws IOException {
    assertThat(jobEntries())
        .noneMatch(name -> name.startsWith("ai/djl/"))
        .noneMatch(name -> name.startsWith("dev/weir/trainer/"))
        .noneMatch(name -> name.startsWith("org/slf4j/"))
        .noneMatch(name -> name.startsWith("org/apache/logging/"))
        .noneMatch(name -> name.startsWith("org/rocksdb/"))
        .noneMatch(name -> name.startsWith("scala/"));
  }

  @Test
  void jobJar_ofABuild_containsTheJobAndItsLibraries() throws IOException {
    assertThat(jobEntries())
        .contains(
            "dev/weir/job/WeirJob.class",
            "dev/weir/detect/Detector.class",
            "org/apache/flink/connector/kafka/source/KafkaSource.class",
            "org/apache/kafka/clients/producer/KafkaProducer.class",
            "dev/weir/shaded/jackson/databind/ObjectMapper.class",
            "io/micrometer/core/instrument/MeterRegistry.class",
            "META-INF/LICENSE",
            "META-INF/NOTICE");
    try (JarFile jar = open("weir.job.jar")) {
      assertThat(jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS))
          .isEqualTo(WeirJob.class.getName());
    }
  }

  @Test
  void jobJar_ofABuild_containsJacksonOnlyRelocated() throws IOException {
    assertThat(jobEntries()).noneMatch(name -> name.contains("com/fasterxml/jackson/"));
    try (JarFile jar = open("weir.job.jar")) {
      byte[] reader =
          jar.getInputStream(jar.getEntry("dev/weir/artifact/ArtifactJson.class")).readAllBytes();
      assertThat(new String(reader, StandardCharsets.ISO_8859_1))
          .contains("dev/weir/shaded/jackson/databind/json/JsonMapper")
          .doesNotContain("com/fasterxml");
    }
  }

  @Test
  void reporterJar_ofABuild_containsOnlyTheReporterAndMicrometer() throws IOException {
    assertThat(reporterEntries())
        .contains(
            "META-INF/services/org.apache.flink.metrics.reporter.MetricReporterFactory",
            "io/micrometer/registry/otlp/OtlpMeterRegistry.class",
            "io/prometheus/metrics/exporter/httpserver/HTTPServer.class")
        .noneMatch(name -> name.startsWith("org/apache/"));
    assertThat(reporterEntries())
        .filteredOn(name -> name.startsWith("dev/weir/"))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("dev/weir/job/metrics/"));
  }
}
