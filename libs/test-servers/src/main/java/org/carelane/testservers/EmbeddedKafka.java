package org.carelane.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;

/** A Kafka broker (KRaft, combined mode) whose data is deleted at the end. */
final class EmbeddedKafka {

  private EmbeddedKafka() {}

  static String start() {
    try {
      quiet();
      var data = Files.createTempDirectory("carelane-kafka");
      int port = freePort();
      var settings = settings(data, port, freePort());
      format(data, settings);
      var broker = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
      broker.startup();
      AtJvmEnd.run(() -> stop(broker, data));
      return "localhost:" + port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> settings(Path data, int port, int controllerPort) {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", "1"),
        Map.entry("controller.quorum.bootstrap.servers", "localhost:" + controllerPort),
        Map.entry(
            "listeners",
            "PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d".formatted(port, controllerPort)),
        Map.entry("advertised.listeners", "PLAINTEXT://localhost:" + port),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        Map.entry("inter.broker.listener.name", "PLAINTEXT"),
        Map.entry("log.dirs", data.resolve("logs").toString()),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("controlled.shutdown.enable", "false"));
  }

  private static void format(Path data, Map<String, String> settings) throws IOException {
    var file = data.resolve("server.properties");
    Files.write(
        file, settings.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).toList());
    String[] arguments = {
      "format", "--standalone", "-t", Uuid.randomUuid().toString(), "-c", file.toString()
    };
    if (StorageTool.execute(arguments, System.err) != 0) {
      throw new IllegalStateException("cannot format " + data);
    }
  }

  private static void stop(KafkaRaftServer broker, Path data) {
    try {
      broker.shutdown();
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A broker says more than the test that uses it. */
  private static void quiet() {
    var logging = LoggingSystem.get(EmbeddedKafka.class.getClassLoader());
    for (var logger : new String[] {"kafka", "org.apache.kafka", "state.change.logger"}) {
      logging.setLogLevel(logger, LogLevel.WARN);
    }
  }
}
