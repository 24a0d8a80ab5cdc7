package dev.spotter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rooms of the application: the door for logs knows no chart, and neither knows a command. */
class RoomsTest {
  private static final JavaClasses APP =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.spotter.app", "dev.spotter.log", "dev.spotter.chart");

  @Test
  void logsAreReadWithoutChartsOrCommands() {
    noClasses()
        .that()
        .resideInAPackage("dev.spotter.log")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.spotter.chart", "dev.spotter.app", "picocli..")
        .check(APP);
  }

  @Test
  void chartsKnowNoCommand() {
    noClasses()
        .that()
        .resideInAPackage("dev.spotter.chart")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.spotter.app", "picocli..")
        .check(APP);
  }
}
