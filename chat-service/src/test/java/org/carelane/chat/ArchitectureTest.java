package org.carelane.chat;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.carelane.chat",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ARROWS_RUN_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.carelane.chat..")
          .layer("live")
          .definedBy("..chat.live..")
          .layer("message")
          .definedBy("..chat.message..")
          .layer("conversation")
          .definedBy("..chat.conversation..")
          .whereLayer("live")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("message")
          .mayOnlyBeAccessedByLayers("live")
          .whereLayer("conversation")
          .mayOnlyBeAccessedByLayers("message", "live");
}
