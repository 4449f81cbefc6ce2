package org.carelane.payments;

import static org.assertj.core.api.Assertions.assertThat;

import org.carelane.apitesting.PublishedApi;
import org.carelane.apitesting.WellDescribed;
import org.carelane.testservers.Api;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the service says of its API is what contracts/openapi publishes. */
@PaymentServiceIsRunning
class ApiDescriptionTest {

  @LocalServerPort private int port;

  @Test
  void isTheOneThatIsPublished() {
    var described = Api.at(port).get("/v3/api-docs").body();

    new PublishedApi("payment-service").assertIs(described);
    assertThat(WellDescribed.complaints(described)).isEmpty();
  }
}
