package dev.weir.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which. */
@AnalyzeClasses(packages = "dev.weir.job", importOptions = DoNotIncludeTests.class)
class DependenciesTest {

  @ArchTest
  static final ArchRule PACKAGES_OF_THE_JOB_HAVE_NO_CYCLE =
      slices().matching("dev.weir.job.(*)..").should().beFreeOfCycles();

  /** It is loaded as a plugin, without the rest. */
  @ArchTest
  static final ArchRule METRICS_STAND_ALONE =
      noClasses()
          .that()
          .resideInAPackage("dev.weir.job.metrics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.weir.job", "dev.weir.job.(source|decode|batch|store|detect|sink|type)..")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.weir.detect..", "dev.weir.event..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule THE_JOB_KNOWS_NOTHING_OF_TRAINING =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..", "dev.weir.trainer..", "dev.weir.evaluation..");

  @ArchTest
  static final ArchRule NOTHING_IS_READ_BY_JAVA_SERIALIZATION =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream");
}
