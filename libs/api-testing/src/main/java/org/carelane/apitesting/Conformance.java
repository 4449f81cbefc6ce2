package org.carelane.apitesting;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Every answer that a test of a service receives is compared with that service's published
 * description, and in {@code e2e} with the description of all. Other modules have none.
 */
public final class Conformance {

  private static final Optional<ApiDescription> HERE =
      Optional.of(ofModule(Path.of(System.getProperty("basedir", "")).toAbsolutePath()))
          .filter(PublishedApi::exists)
          .map(it -> new ApiDescription(it.document()));

  private Conformance() {}

  private static PublishedApi ofModule(Path directory) {
    var name = String.valueOf(directory.getFileName());
    return name.equals("e2e") ? PublishedApi.WHOLE : new PublishedApi(name);
  }

  /**
   * @throws AssertionError naming each deviation
   */
  public static void check(Exchange exchange) {
    if (!exchange.path().startsWith("/api/") && !exchange.path().startsWith("/.well-known/")) {
      return;
    }
    HERE.ifPresent(
        description -> {
          var deviations = description.deviations(exchange);
          if (!deviations.isEmpty()) {
            throw new AssertionError(
                "not as contracts/openapi describes it: "
                    + String.join("\n", deviations)
                    + "\nAn operation says what it answers by @Operation and @ApiResponse;"
                    + " ApiDescriptionTest with -Dwrite publishes it.");
          }
        });
  }
}
