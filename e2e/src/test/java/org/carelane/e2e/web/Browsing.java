package org.carelane.e2e.web;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/**
 * Gives a test its {@link Visitors}. Afterwards their pages must have had nothing to complain
 * about; of a test that failed, what they saw is kept in {@code target/browser}.
 */
final class Browsing extends TypeBasedParameterResolver<Visitors>
    implements BeforeAllCallback, AfterTestExecutionCallback {

  private static final Namespace OWN = Namespace.create(Browsing.class);
  private static final Path KEPT =
      Path.of(System.getProperty("carelane.root", "."), "e2e", "target", "browser");

  @Override
  public void beforeAll(ExtensionContext context) {
    Chromium.missing().ifPresent(it -> assumeFalse(true, "left out: " + it));
    assumeTrue(Site.isServed(), "left out: the gateway was built without the web client (no Node)");
  }

  @Override
  public Visitors resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var chromium =
        context
            .getRoot()
            .getStore(OWN)
            .computeIfAbsent(Chromium.class, _ -> new Chromium(), Chromium.class);
    var visitors = new Visitors(chromium.browser());
    context.getStore(OWN).put(Visitors.class, visitors);
    return visitors;
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    var visitors = context.getStore(OWN).get(Visitors.class, Visitors.class);
    if (visitors == null) {
      return;
    }
    var name = context.getRequiredTestClass().getSimpleName() + "-" + context.getDisplayName();
    try {
      if (context.getExecutionException().isPresent()) {
        visitors.keepWhatTheySee(KEPT, name.replaceAll("[^A-Za-z0-9-]+", "-"));
      } else {
        visitors.requireNoComplaint();
      }
    } finally {
      visitors.leave();
    }
  }
}
