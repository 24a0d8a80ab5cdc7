package dev.spotter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rooms of the engine, and the doors between them. */
class RoomsTest {
  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.spotter");

  @Test
  void noRoomLeadsBackToItself() {
    slices().matching("dev.spotter.(*)..").should().beFreeOfCycles().check(ENGINE);
  }

  @Test
  void onlyTheRulesRoomKnowsDrools() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.spotter.rules")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.drools..", "org.kie..", "org.mvel..")
        .check(ENGINE);
  }

  @Test
  void factsStandAlone() {
    classes()
        .that()
        .resideInAPackage("dev.spotter.fact")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.spotter.fact", "java..", "org.jspecify..")
        .check(ENGINE);
  }

  @Test
  void wordsStandAlone() {
    classes()
        .that()
        .resideInAPackage("dev.spotter.vocabulary")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.spotter.vocabulary", "java..", "org.jspecify..")
        .check(ENGINE);
  }

  @Test
  void nothingReadsThePublicDoorFromInside() {
    noClasses()
        .that()
        .resideInAPackage("dev.spotter.*..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("dev.spotter.Spotter")
        .check(ENGINE);
  }

  @Test
  void droolsStaysOutOfPublicSignatures() {
    com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .should()
        .haveRawReturnType(
            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                "org.drools..", "org.kie.."))
        .check(ENGINE);
  }
}
