package org.carelane.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A real Apache Kafka broker: one KRaft node, broker and controller in one. */
public final class KafkaNode implements AutoCloseable {

  private static final int ATTEMPTS = 3;

  private final int port;
  private final KafkaRaftServer server;
  private final boolean temporary;
  private final Path directory;

  private KafkaNode(Path directory, int port, int controllerPort, boolean temporary)
      throws IOException {
    this.directory = directory;
    this.port = port;
    this.temporary = temporary;
    Files.createDirectories(directory);
    var configuration = configuration(directory.toAbsolutePath(), port, controllerPort);
    format(directory, configuration);
    var properties = new Properties();
    properties.load(new StringReader(configuration));
    server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
    server.startup();
  }

  /** Starts a broker that keeps its data in {@code directory}; returns when it takes records. */
  public static KafkaNode onDisk(Path directory, int port, int controllerPort) throws IOException {
    return new KafkaNode(directory, port, controllerPort, false);
  }

  /** Starts a broker on free ports; its data is deleted when it is closed. */
  public static KafkaNode temporary() throws IOException {
    for (int attempt = 1; ; attempt++) {
      var directory = Files.createTempDirectory("carelane-kafka");
      try {
        return new KafkaNode(directory, Loopback.freePort(), Loopback.freePort(), true);
      } catch (IOException | RuntimeException e) {
        Directories.delete(directory);
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  public int port() {
    return port;
  }

  public String bootstrapServers() {
    return Loopback.ADDRESS + ":" + port;
  }

  @Override
  public void close() throws IOException {
    server.shutdown();
    server.awaitShutdown();
    if (temporary) {
      Directories.delete(directory);
    }
  }

  /** Gives the directory a cluster id on first use. */
  private static void format(Path directory, String configuration) throws IOException {
    var file = directory.resolve("server.properties");
    Files.writeString(file, configuration);
    if (Files.exists(directory.resolve("log/meta.properties"))) {
      return;
    }
    String[] arguments = {
      "format", "--standalone", "-t", Uuid.randomUuid().toString(), "-c", file.toString()
    };
    var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    if (StorageTool.execute(arguments, silent) != 0) {
      throw new IOException("Kafka could not format " + directory);
    }
  }

  /**
   * Internal topics have few partitions and the broker's session is short, so that a killed node is
   * back within seconds.
   */
  private static String configuration(Path directory, int port, int controllerPort) {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.bootstrap.servers=127.0.0.1:%2$d
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    controller.listener.names=CONTROLLER
    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
    inter.broker.listener.name=PLAINTEXT
    log.dirs=%3$s
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=4
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=4
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    share.coordinator.state.topic.num.partitions=1
    group.initial.rebalance.delay.ms=0
    num.network.threads=2
    num.io.threads=2
    log.cleaner.dedupe.buffer.size=8388608
    log.segment.bytes=67108864
    auto.create.topics.enable=false
    controlled.shutdown.enable=true
    broker.session.timeout.ms=2000
    broker.heartbeat.interval.ms=500
    """
        .formatted(port, controllerPort, directory.resolve("log").toString().replace('\\', '/'));
  }

  /** Arguments: data directory, port, controller's port. */
  public static void main(String[] args) throws Exception {
    ServerProcess.run(
        () -> onDisk(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2])));
  }
}
