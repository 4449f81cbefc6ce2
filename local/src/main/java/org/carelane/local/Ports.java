package org.carelane.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/** Which port each service listens on, by the variable that sets it; loopback only. */
record Ports(Map<String, Integer> byVariable) {

  private static final int CONNECT_MILLIS = 300;
  private static final int LOWEST_FREE = 12_000;
  private static final int HIGHEST_FREE = 32_000;

  Ports {
    byVariable = Map.copyOf(byVariable);
  }

  static Ports from(Map<String, String> environment) {
    var ports = new HashMap<String, Integer>();
    for (var service : Services.ALL_INSTANCES) {
      var variable = service.portVariable();
      ports.put(variable, port(environment, variable, service.defaultPort()));
      for (var further : service.furtherPorts()) {
        ports.put(further.variable(), port(environment, further.variable(), further.usual()));
      }
    }
    return new Ports(ports);
  }

  private static int port(Map<String, String> environment, String variable, int otherwise) {
    var text = environment.get(variable);
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      int port = Integer.parseInt(text.strip());
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // thrown below
    }
    throw new FleetException(variable + "=" + text + " is not a port");
  }

  /**
   * Distinct free ports. They are below the range of outgoing connections, so that none of these
   * takes a port while its service restarts.
   */
  static Ports free() {
    var variables =
        Services.ALL_INSTANCES.stream().flatMap(it -> it.portVariables().stream()).toList();
    var candidates = ThreadLocalRandom.current().ints(LOWEST_FREE, HIGHEST_FREE).distinct();
    var free = candidates.filter(port -> !isTaken(port)).limit(variables.size()).iterator();
    var ports = new HashMap<String, Integer>();
    variables.forEach(variable -> ports.put(variable, free.next()));
    return new Ports(ports);
  }

  int of(Service service) {
    return of(service.portVariable());
  }

  int of(String variable) {
    return Objects.requireNonNull(byVariable.get(variable));
  }

  Ports with(String variable, int port) {
    var changed = new HashMap<>(byVariable);
    changed.put(variable, port);
    return new Ports(changed);
  }

  void requireFree(Service service) {
    for (var variable : service.portVariables()) {
      if (isTaken(of(variable))) {
        throw new FleetException(
            "port %d, which %s needs, is taken by another program: end that, or set %s=<port>"
                .formatted(of(variable), service.name(), variable));
      }
    }
  }

  /**
   * Tries to connect and to bind: some systems let two programs bind one port, one of them to all
   * addresses.
   */
  static boolean isTaken(int port) {
    return isListening(port) || !canBind(port);
  }

  static boolean isListening(int port) {
    try (var client = new Socket()) {
      client.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
      return true;
    } catch (IOException nobodyAnswers) {
      return false;
    }
  }

  private static boolean canBind(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress("127.0.0.1", port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
