package org.assay.serving;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The list is the architecture: a package uses only those to its left.
class ArchitectureTest {
  static final List<String> ORDER = List.of("engine", "releases", "protocol", "rest", "grpc");
  private static final String ROOT = "org.assay.serving.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.assay.serving");

  @ParameterizedTest
  @FieldSource("ORDER")
  void aPackageUsesOnlyPackagesToItsLeft(String name) {
    String[] toItsRight =
        ORDER.stream()
            .skip(ORDER.indexOf(name) + 1L)
            .map(right -> ROOT + right + "..")
            .toArray(String[]::new);
    if (toItsRight.length > 0) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + name + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(toItsRight)
          .check(CLASSES);
    }
  }

  @Test
  void theRootKnowsNoneOfThem() {
    noClasses()
        .that()
        .resideInAPackage("org.assay.serving")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "*..")
        .check(CLASSES);
  }

  @Test
  void theCarriersDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "grpc..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "rest..")
        .check(CLASSES);
  }

  @Test
  void nativeCodeIsReachedThroughOurRuntimeAndModelsAreOpenedByTheEngineAlone() {
    noClasses().should().dependOnClassesThat().resideInAPackage("ai.onnxruntime..").check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "engine..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.assay.onnx.runtime.TensorSession")
        .check(CLASSES);
  }

  @Test
  void thereIsNoDatabase() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..", "org.hibernate..")
        .check(CLASSES);
  }
}
