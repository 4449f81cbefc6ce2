package org.carelane.auth;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.carelane.auth",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ARROWS_RUN_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.carelane.auth.(*)..")
          .layer("admin")
          .definedBy("..auth.admin..")
          .layer("password")
          .definedBy("..auth.password..")
          .layer("session")
          .definedBy("..auth.session..")
          .layer("account")
          .definedBy("..auth.account..")
          .layer("attempt")
          .definedBy("..auth.attempt..")
          .layer("key")
          .definedBy("..auth.key..")
          .whereLayer("admin")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("password")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("session")
          .mayOnlyBeAccessedByLayers("admin", "password")
          .whereLayer("account")
          .mayOnlyBeAccessedByLayers("admin", "password", "session")
          .whereLayer("attempt")
          .mayOnlyBeAccessedByLayers("admin", "password", "session", "account")
          .whereLayer("key")
          .mayOnlyBeAccessedByLayers("session");
}
