package dev.spotter.fhir;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** FHIR comes without a server, and without HAPI: the engine and Jackson are all that it needs. */
class RoomTest {
  @Test
  void onlyTheEngineAndJackson() {
    classes()
        .that()
        .resideInAPackage("dev.spotter.fhir")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.spotter.fhir",
            "dev.spotter.assess",
            "dev.spotter.fact",
            "dev.spotter.history",
            "dev.spotter.intake",
            "dev.spotter.rules",
            "dev.spotter.vocabulary",
            "com.fasterxml.jackson..",
            "java..",
            "org.jspecify..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.spotter.fhir"));
  }
}
