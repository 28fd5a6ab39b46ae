package org.assay.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.assay.console",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule THE_CONSOLE_KNOWS_NO_DATABASE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "jakarta.persistence..", "org.hibernate..")
          .because("the only way to data is the server's API");

  @ArchTest
  static final ArchRule REST_CLIENTS_LIVE_IN_SERVER_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.assay.console.server")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.microprofile.rest.client..", "jakarta.ws.rs.client..");

  @ArchTest
  static final ArchRule THE_CONSOLE_USES_NO_OTHER_MODULE_THAN_THE_CONTRACT =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.assay.server..",
              "org.assay.fairness..",
              "org.assay.explain..",
              "org.assay.onnx..",
              "org.assay.policy..",
              "org.assay.ledger..",
              "org.assay.attestation..");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("org.assay.console.(*)..").should().beFreeOfCycles();
}
