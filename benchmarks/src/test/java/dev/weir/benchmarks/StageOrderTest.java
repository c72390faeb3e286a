// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Checks the package order of all modules: a package depends only on packages before it. It is in
 * the benchmarks because they depend on all modules.
 */
class StageOrderTest {

  /** Packages of each module in the order in which data passes them; the root package is last. */
  private static final List<String> ORDER =
      List.of(
          // detector-core
          "dev.weir.state",
          "dev.weir.event",
          "dev.weir.series",
          "dev.weir.forecast",
          "dev.weir.score",
          "dev.weir.decision",
          "dev.weir.detect",
          "dev.weir.artifact",
          // sandbox
          "dev.weir.sandbox.process",
          "dev.weir.sandbox.broker",
          "dev.weir.sandbox.synthetic",
          "dev.weir.sandbox.composed",
          "dev.weir.sandbox.model",
          "dev.weir.sandbox.junit",
          // model-trainer
          "dev.weir.trainer.history",
          "dev.weir.trainer.window",
          "dev.weir.trainer.network",
          "dev.weir.trainer.fit",
          "dev.weir.trainer.export",
          "dev.weir.trainer.calibrate",
          "dev.weir.trainer.accuracy",
          "dev.weir.trainer.progress",
          "dev.weir.trainer.publish",
          "dev.weir.trainer.tune",
          "dev.weir.trainer",
          // evaluation
          "dev.weir.evaluation.figure",
          "dev.weir.evaluation.run",
          "dev.weir.evaluation.vus",
          "dev.weir.evaluation.detection",
          "dev.weir.evaluation.nab",
          "dev.weir.evaluation.corpus",
          "dev.weir.evaluation.budget",
          "dev.weir.evaluation.cause",
          "dev.weir.evaluation.accuracy",
          "dev.weir.evaluation.compare",
          "dev.weir.evaluation.evidence",
          "dev.weir.evaluation",
          // flink-job; metrics is loaded as a plugin without the rest
          "dev.weir.job.metrics",
          "dev.weir.job.serialization",
          "dev.weir.job.source",
          "dev.weir.job.decode",
          "dev.weir.job.batch",
          "dev.weir.job.store",
          "dev.weir.job.detect",
          "dev.weir.job.sink",
          "dev.weir.job",
          // cli
          "dev.weir.cli.topic",
          "dev.weir.cli.cluster",
          "dev.weir.cli.live",
          "dev.weir.cli.replay",
          "dev.weir.cli.plan",
          "dev.weir.cli.forecast",
          "dev.weir.cli.demo",
          "dev.weir.cli.command",
          "dev.weir.cli",
          // benchmarks
          "dev.weir.benchmarks.process",
          "dev.weir.benchmarks.load",
          "dev.weir.benchmarks.cell",
          "dev.weir.benchmarks.dayold",
          "dev.weir.benchmarks.run",
          "dev.weir.benchmarks.report",
          "dev.weir.benchmarks.pipeline",
          "dev.weir.benchmarks.micro");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .withImportOption(location -> !location.contains("jmh_generated"))
          .importPackages("dev.weir");

  @Test
  void everyPackage_standsInTheOrder() {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
        .containsExactlyInAnyOrderElementsOf(ORDER);
  }

  @Test
  void everyPackage_dependsOnEarlierPackagesOnly() {
    for (int stage = 0; stage < ORDER.size() - 1; stage++) {
      String[] later = ORDER.subList(stage + 1, ORDER.size()).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(ORDER.get(stage))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  @Test
  void noTwoClasses_haveTheSameSimpleName() {
    Map<String, List<String>> byName = new TreeMap<>();
    CLASSES.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .forEach(
            type ->
                byName
                    .computeIfAbsent(type.getSimpleName(), name -> new ArrayList<>())
                    .add(type.getName()));
    assertThat(
            byName.values().stream().filter(names -> names.size() > 1).collect(Collectors.toList()))
        .isEmpty();
  }
}
