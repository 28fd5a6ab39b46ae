package org.assay.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The list is the architecture: a package uses only those to its left.
class ArchitectureTest {
  static final List<String> ORDER =
      List.of(
          "web",
          "identity",
          "files",
          "audit",
          "jobs",
          "registry",
          "dataset",
          "intake",
          "biasaudit",
          "explanation",
          "policy",
          "review",
          "assessment",
          "release",
          "monitoring");
  private static final String ROOT = "org.assay.server.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.assay.server");

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
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  @Test
  void everyPackageIsInTheOrder() {
    Stream<String> packages =
        CLASSES.stream()
            .map(c -> c.getPackageName())
            .filter(p -> p.startsWith(ROOT))
            .map(p -> p.substring(ROOT.length()).split("\\.")[0])
            .distinct();
    assertThat(packages).isNotEmpty().isSubsetOf(ORDER);
  }

  @Test
  void entitiesAreKnownInTheirOwnPackageOnly() {
    classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate().check(CLASSES);
  }

  @Test
  void endpointsArePackagePrivateAndAlwaysNameRoles() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Endpoint")
        .should()
        .bePackagePrivate()
        .andShould()
        .beAnnotatedWith(jakarta.annotation.security.RolesAllowed.class)
        .orShould()
        .beAnnotatedWith(io.quarkus.security.Authenticated.class)
        .check(CLASSES);
  }

  @Test
  void theSecurityContextIsSeenByIdentityAlone() {
    noClasses()
        .that(not(resideInAnyPackage(ROOT + "identity..", ROOT + "web..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.quarkus.security.identity..", "org.eclipse.microprofile.jwt..")
        .check(CLASSES);
  }

  @Test
  void httpIsSeenByEndpointsAndTheProblemMapperAlone() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Endpoint")
        .and(not(resideInAPackage(ROOT + "web..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..")
        .check(CLASSES);
  }

  @Test
  void nothingHereTouchesTheNativeRuntime() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.onnxruntime..", "org.assay.onnx.runtime..")
        .check(CLASSES);
  }

  @Test
  void theRuntimeIsNotEvenOnTheClasspath() {
    assertThat(getClass().getClassLoader().getResource("ai/onnxruntime/OrtEnvironment.class"))
        .isNull();
  }

  @Test
  void fieldsOfBeansAreFinalOrAboutStopping() {
    classes()
        .that()
        .areAnnotatedWith(jakarta.enterprise.context.ApplicationScoped.class)
        .should()
        .haveOnlyFinalFields()
        .orShould()
        .haveSimpleName("JobRunner")
        .check(CLASSES);
    assertThat(CLASSES.get("org.assay.server.jobs.JobRunner").getFields())
        .filteredOn(f -> !f.getModifiers().contains(JavaModifier.FINAL))
        .extracting(f -> f.getName())
        .containsExactly("stopping");
  }
}
