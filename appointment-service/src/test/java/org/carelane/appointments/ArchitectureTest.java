package org.carelane.appointments;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.carelane.appointments",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ARROWS_RUN_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.carelane.appointments..")
          .layer("service")
          .definedBy("org.carelane.appointments")
          .layer("booking")
          .definedBy("..appointments.booking..")
          .layer("appointment")
          .definedBy("..appointments.appointment..")
          .layer("schedule")
          .definedBy("..appointments.schedule..")
          .layer("doctor")
          .definedBy("..appointments.doctor..")
          .whereLayer("booking")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("appointment")
          .mayOnlyBeAccessedByLayers("booking")
          .whereLayer("schedule")
          .mayOnlyBeAccessedByLayers("booking")
          .whereLayer("doctor")
          .mayOnlyBeAccessedByLayers("booking", "appointment", "schedule");

  /**
   * What is refused over HTTP is decided by the web alone; the domain says why in its own words.
   */
  @ArchTest
  static final ArchRule REFUSALS_ARE_RESULTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..web..")
          .and()
          .doNotHaveSimpleName("Problems")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("Problems");
}
