package org.carelane.notifications;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.carelane.notifications",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ARROWS_RUN_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.carelane.notifications..")
          .layer("wiring")
          .definedBy("org.carelane.notifications")
          .layer("notification")
          .definedBy("..notifications.notification..")
          .layer("inbox")
          .definedBy("..notifications.inbox..")
          .layer("letter")
          .definedBy("..notifications.letter..")
          .layer("mail")
          .definedBy("..notifications.mail..")
          .layer("recipient")
          .definedBy("..notifications.recipient..")
          .layer("stream")
          .definedBy("..notifications.stream..")
          .whereLayer("stream")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("notification")
          .mayOnlyBeAccessedByLayers("wiring")
          .whereLayer("inbox")
          .mayOnlyBeAccessedByLayers("stream")
          .whereLayer("letter")
          .mayOnlyBeAccessedByLayers("notification", "wiring")
          .whereLayer("mail")
          .mayOnlyBeAccessedByLayers("notification")
          .whereLayer("recipient")
          .mayOnlyBeAccessedByLayers("notification", "stream");
}
