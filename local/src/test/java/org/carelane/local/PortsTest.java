package org.carelane.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void theEnvironmentMovesAPort() {
    var ports = Ports.from(Map.of("CARELANE_PORT", "9080"));

    assertThat(ports.of("CARELANE_PORT")).isEqualTo(9080);
    assertThat(ports.of("CARELANE_PORT_AUTH")).isEqualTo(8081);
  }

  @Test
  void whatIsNoPortIsRefusedWithItsVariable() {
    for (var text : new String[] {"http", "0", "70000"}) {
      assertThatThrownBy(() -> Ports.from(Map.of("CARELANE_PORT", text)))
          .isInstanceOf(FleetException.class)
          .hasMessage("CARELANE_PORT=" + text + " is not a port");
    }
  }

  @Test
  void freePortsAreDistinct() {
    assertThat(Ports.free().byVariable().values()).doesNotHaveDuplicates();
  }

  @Test
  void aPortTakenOnAllAddressesIsTaken() throws Exception {
    try (var everywhere = new ServerSocket(0)) {
      assertThat(Ports.isTaken(everywhere.getLocalPort())).isTrue();
    }
  }
}
