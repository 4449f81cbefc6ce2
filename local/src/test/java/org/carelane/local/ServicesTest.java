package org.carelane.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.stream.Stream;
import org.carelane.local.Service.FurtherPort;
import org.junit.jupiter.api.Test;

class ServicesTest {

  @Test
  void everyServiceStandsBelowThoseItNeeds() {
    var above = new HashSet<String>();
    for (var service : Services.ALL_INSTANCES) {
      assertThat(above).as(service.name()).containsAll(service.needs());
      above.add(service.name());
    }
  }

  @Test
  void noTwoServicesShareAPortOrItsVariable() {
    assertThat(Services.ALL_INSTANCES.stream().flatMap(ServicesTest::ports))
        .doesNotHaveDuplicates();
    assertThat(Services.ALL_INSTANCES.stream().flatMap(it -> it.portVariables().stream()))
        .doesNotHaveDuplicates();
  }

  private static Stream<Integer> ports(Service service) {
    return Stream.concat(
        Stream.of(service.defaultPort()), service.furtherPorts().stream().map(FurtherPort::usual));
  }

  @Test
  void onlyApplicationsAreReplicated() {
    assertThat(Services.replicated(1)).isEqualTo(Services.ALL);
    assertThat(Services.replicated(2))
        .extracting(Service::name)
        .hasSize(Services.ALL.size() + 7)
        .contains("payment-service-2", "gateway-2", "discovery-2")
        .doesNotContain("mongodb-2", "kafka-2", "mail-2", "payment-service-3");
  }

  @Test
  void aFurtherInstanceListensAHundredAbove() {
    var third = Services.named("payment-service-3");

    assertThat(third.defaultPort()).isEqualTo(8283);
    assertThat(third.portVariable()).isEqualTo("CARELANE_PORT_PAYMENT_3");
    assertThat(third.application()).isEqualTo("payment-service");
    assertThat(Services.named("gateway-2").portVariable()).isEqualTo("CARELANE_PORT_2");
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Services.named("payments"))
        .isInstanceOf(FleetException.class)
        .hasMessageContaining("payment-service");
  }

  @Test
  void theServicesBehindTheGatewayShareAnArchive() {
    assertThat(Services.ALL)
        .extracting(Services::archiveOf)
        .containsOnly("services", "gateway", "discovery", "kafka", "");
    assertThat(Services.archiveOf(Services.named("chat-service-2"))).isEqualTo("services");
    assertThat(Services.archivedWith(Services.named("chat-service")))
        .isEqualTo(Services.BEHIND_THE_GATEWAY);
    assertThat(Services.archivedWith(Services.named("gateway-2"))).containsExactly("gateway");
    assertThat(Services.archivedWith(Services.named("mail"))).isEmpty();
  }
}
