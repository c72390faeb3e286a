// SPDX-License-Identifier: Apache-2.0
package dev.weir.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Checks the dependencies between the packages of the job. */
@AnalyzeClasses(packages = "dev.weir.job", importOptions = DoNotIncludeTests.class)
class DependenciesTest {

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLE =
      slices().matching("dev.weir.job.(*)..").should().beFreeOfCycles();

  /** A cluster loads the metrics as a plugin, without the rest of the job. */
  @ArchTest
  static final ArchRule METRICS_DEPEND_ON_NO_OTHER_PACKAGE =
      noClasses()
          .that()
          .resideInAPackage("dev.weir.job.metrics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.weir.job",
              "dev.weir.job.(source|decode|batch|store|detect|sink|serialization)..")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.weir.detect..", "dev.weir.event..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule THE_JOB_DOES_NOT_DEPEND_ON_TRAINING =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..", "dev.weir.trainer..", "dev.weir.evaluation..");

  @ArchTest
  static final ArchRule JAVA_SERIALIZATION_IS_NOT_READ =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream");
}
