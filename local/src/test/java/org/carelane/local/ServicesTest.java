package org.carelane.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class ServicesTest {

  @Test
  void everyServiceStandsBelowThoseItNeeds() {
    var above = new HashSet<String>();
    for (var service : Services.ALL) {
      assertThat(above).as(service.name()).containsAll(service.needs());
      above.add(service.name());
    }
  }

  @Test
  void noTwoServicesShareAPortOrItsVariable() {
    assertThat(Services.ALL).extracting(Service::defaultPort).doesNotHaveDuplicates();
    assertThat(Services.ALL).extracting(Service::portVariable).doesNotHaveDuplicates();
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Services.named("payments"))
        .isInstanceOf(FleetException.class)
        .hasMessageContaining("payment-service");
  }
}
