package org.carelane.deployment.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.carelane.apitesting.PublishedApi;
import org.carelane.apitesting.WellDescribed;
import org.carelane.apitesting.WholeApi;
import org.junit.jupiter.api.Test;

/**
 * contracts/openapi/carelane.json, which the gateway serves, is made of the descriptions of the
 * services, of contracts/openapi/gateway.json and of contracts/openapi/introduction.md: with {@code
 * -Dwrite} this test writes it.
 */
class WholeApiTest {

  private static final List<PublishedApi> SERVICES =
      Stream.of(
              "auth-service",
              "appointment-service",
              "payment-service",
              "notification-service",
              "chat-service")
          .map(PublishedApi::new)
          .toList();

  /** What the gateway answers itself, written by hand: it refers to components of the others. */
  private static final PublishedApi GATEWAY = new PublishedApi("gateway");

  private final Path directory = PublishedApi.WHOLE.file().resolveSibling("");

  @Test
  void isOpenApiAsToolsReadIt() {
    for (var api : Stream.concat(SERVICES.stream(), Stream.of(PublishedApi.WHOLE)).toList()) {
      var parsed = new OpenAPIV3Parser().readContents(api.document().toString());
      assertThat(parsed.getMessages()).as(api.name()).isEmpty();
    }
  }

  @Test
  void isMadeOfTheServices() throws IOException {
    var introduction = Files.readString(directory.resolve("introduction.md"));
    var parts = Stream.concat(SERVICES.stream(), Stream.of(GATEWAY)).toList();
    var made = WholeApi.of(introduction, parts);

    PublishedApi.WHOLE.assertIs(made);
    assertThat(WellDescribed.complaints(made)).isEmpty();
    assertThat(made.findValuesAsString("$ref"))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(made.at(it.substring(1)).isMissingNode()).as(it).isFalse());
  }
}
