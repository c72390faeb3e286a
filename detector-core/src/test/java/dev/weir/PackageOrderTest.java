// SPDX-License-Identifier: Apache-2.0
package dev.weir;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.weir", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageOrderTest {

  @ArchTest
  static final ArchRule EACH_STAGE_KNOWS_ONLY_THOSE_BEFORE_IT =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("event")
          .definedBy("dev.weir.event")
          .layer("series")
          .definedBy("dev.weir.series")
          .layer("forecast")
          .definedBy("dev.weir.forecast")
          .layer("score")
          .definedBy("dev.weir.score")
          .layer("decision")
          .definedBy("dev.weir.decision")
          .layer("detect")
          .definedBy("dev.weir.detect")
          .layer("artifact")
          .definedBy("dev.weir.artifact")
          .whereLayer("artifact")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("detect")
          .mayOnlyBeAccessedByLayers("artifact")
          .whereLayer("decision")
          .mayOnlyBeAccessedByLayers("detect", "artifact")
          .whereLayer("score")
          .mayOnlyBeAccessedByLayers("decision", "detect", "artifact")
          .whereLayer("forecast")
          .mayOnlyBeAccessedByLayers("score", "decision", "detect", "artifact")
          .whereLayer("series")
          .mayOnlyBeAccessedByLayers("forecast", "score", "decision", "detect", "artifact");

  @ArchTest
  static final ArchRule CORE_DEPENDS_ON_THE_JDK_ALONE_BUT_FOR_THE_ARTIFACT =
      classes()
          .that()
          .resideOutsideOfPackage("dev.weir.artifact")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.weir..", "java..", "org.jspecify.annotations");

  @ArchTest
  static final ArchRule ARTIFACT_DEPENDS_ON_THE_JDK_AND_JACKSON =
      classes()
          .that()
          .resideInAPackage("dev.weir.artifact")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.weir..", "java..", "org.jspecify.annotations", "com.fasterxml.jackson..");
}
