package org.carelane.payments;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.carelane.payments",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ARROWS_RUN_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.carelane.payments..")
          .layer("service")
          .definedBy("org.carelane.payments")
          .layer("doors")
          .definedBy("..payment.web..", "..payment.kafka..")
          .layer("payment")
          .definedBy("org.carelane.payments.payment")
          .layer("reconciliation")
          .definedBy("..reconciliation..")
          .layer("sandbox")
          .definedBy("..sandbox..")
          .layer("provider")
          .definedBy("..provider..")
          .whereLayer("doors")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("payment")
          .mayOnlyBeAccessedByLayers("doors", "service", "reconciliation")
          .whereLayer("reconciliation")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("sandbox")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("provider")
          .mayOnlyBeAccessedByLayers("payment", "sandbox", "reconciliation");
}
