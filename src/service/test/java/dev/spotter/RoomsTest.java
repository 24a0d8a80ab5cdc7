package dev.spotter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The doors between the rooms of this module. */
class RoomsTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(
              "dev.spotter.service", "dev.spotter.fhir", "dev.spotter.cds", "dev.spotter.record");

  @Test
  void fhirKnowsNoService() {
    noClasses()
        .that()
        .resideInAPackage("dev.spotter.fhir")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.spotter.service", "io.javalin..", "org.eclipse.jetty..")
        .check(classes);
  }

  @Test
  void cdsKnowsNoServiceAndFhirNoCds() {
    noClasses()
        .that()
        .resideInAPackage("dev.spotter.cds")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.spotter.service", "io.javalin..", "org.eclipse.jetty..", "com.nimbusds..")
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage("dev.spotter.fhir")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.spotter.cds")
        .check(classes);
  }

  @Test
  void theRecordKnowsNoService() {
    noClasses()
        .that()
        .resideInAPackage("dev.spotter.record")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.spotter.service", "io.javalin..", "org.eclipse.jetty..")
        .check(classes);
  }

  @Test
  void nothingHereKnowsDroolsOrHapi() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.drools..", "org.kie..", "ca.uhn..", "org.hl7..")
        .check(classes);
  }
}
