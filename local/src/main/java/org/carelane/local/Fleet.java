package org.carelane.local;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Every process of Carelane on this machine, listening on loopback only. {@code ./fleet} and the
 * e2e suite use it alike:
 *
 * <pre>{@code
 * try (var fleet = Fleet.builder().home(directory).freePorts().build()) {
 *   fleet.up();
 *   fleet.kill("payment-service");
 *   fleet.start("payment-service");
 * }
 * }</pre>
 */
public final class Fleet implements AutoCloseable {

  private static final Duration ROUTES_PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final Path root;
  private final Home home;
  private final Surroundings surroundings;
  private final Applications applications;
  private final ArchiveBuild archiveBuild;
  private final Map<String, Map<String, String>> extraEnvironment;
  private final Progress progress;

  private Fleet(Builder builder) {
    root = builder.root;
    home = new Home(builder.home == null ? builder.root.resolve(".fleet") : builder.home);
    surroundings = new Surroundings(home, recorded(builder.ports), builder.user, builder.replicas);
    applications = new Applications(builder.root, home);
    archiveBuild = new ArchiveBuild(home);
    extraEnvironment = Map.copyOf(builder.extraEnvironment);
    progress = builder.progress;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Running services keep their ports, even if the environment has others now. */
  private Ports recorded(Ports configured) {
    var ports = configured;
    for (var service : Services.ALL_INSTANCES) {
      var pidFile = PidFile.of(home, service);
      if (pidFile.process().isPresent()) {
        ports = pidFile.applyTo(ports);
      }
    }
    return ports;
  }

  /**
   * Starts what does not run and returns when the gateway reaches every service. When one fails,
   * whatever this call started is stopped again.
   */
  public void up() {
    home.create();
    try (var _ = lock()) {
      var ours = services().stream().filter(Service::isOurs).toList();
      var running = ours.stream().filter(this::isRunning).toList();
      running.forEach(progress::alreadyRunning);
      var missing = ours.stream().filter(s -> !running.contains(s)).toList();
      requireStartable(missing);
      if (running.isEmpty()) {
        applications.deleteOutdated(missing);
      }
      start(missing);
    } catch (IOException e) {
      throw new FleetException("cannot write to " + home.run(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FleetException("interrupted", e);
    }
  }

  /**
   * Makes missing class archives in the background, for a faster next start. Returns whether any
   * are missing.
   */
  public boolean prepareNextStart() {
    try {
      var missing = missingArchives();
      if (missing.isEmpty()) {
        return false;
      }
      if (!archiveBuild.isRunning()) {
        archiveBuild.start(missing, surroundings.ports());
      }
      return true;
    } catch (IOException e) {
      throw new FleetException("cannot write to " + home.archives(), e);
    }
  }

  boolean hasStartedBefore() {
    return Files.isDirectory(home.libraries());
  }

  /** The shared one first, since most services use it. */
  private List<ClassArchive> missingArchives() {
    return surroundings.services().stream()
        .map(this::archive)
        .filter(ClassArchive::isMissing)
        .distinct()
        .sorted(comparing(archive -> !archive.name().equals(Services.SHARED_ARCHIVE)))
        .toList();
  }

  private ClassArchive archive(Service service) {
    try {
      return applications.archive(service);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FleetException("interrupted", e);
    }
  }

  Caches caches() {
    return Caches.of(home, archiveBuild.isRunning());
  }

  /** The configured services, and all others that were started and not stopped since. */
  List<Service> services() {
    var wanted = surroundings.services();
    return Services.ALL_INSTANCES.stream()
        .filter(service -> wanted.contains(service) || PidFile.of(home, service).exists())
        .toList();
  }

  private void requireStartable(List<Service> missing) {
    missing.forEach(surroundings.ports()::requireFree);
    if (surroundings.isElsewhere(Services.MONGODB)) {
      requireReachable(Probe.mongodb(surroundings.mongodbUri()), "MongoDB", "CARELANE_MONGODB_URI");
    }
    if (surroundings.isElsewhere(Services.KAFKA)) {
      requireReachable(Probe.kafka(surroundings.kafkaServers()), "Kafka", "CARELANE_KAFKA");
    }
  }

  private static void requireReachable(Probe probe, String what, String variable) {
    try {
      if (!probe.isReady()) {
        throw new FleetException(what + " does not answer where " + variable + " points");
      }
    } catch (IllegalArgumentException | KafkaException e) {
      throw new FleetException(variable + " is no address: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FleetException("interrupted", e);
    }
  }

  private void start(List<Service> services) {
    var startup = startup();
    var abort = new Thread(() -> giveUp(startup, services), "abort");
    Runtime.getRuntime().addShutdownHook(abort);
    try {
      startup.run(services);
      awaitRoutes();
    } catch (RuntimeException e) {
      giveUp(startup, services);
      throw e;
    } finally {
      withdraw(abort);
    }
  }

  /**
   * Stops a failed start. Kills the applications, which nobody has used; stops the servers
   * gracefully.
   */
  private void giveUp(Startup startup, List<Service> services) {
    startup.abandon();
    services.stream()
        .filter(Service::isApplication)
        .map(this::process)
        .forEach(ServiceProcess::kill);
    stop(services);
  }

  private static void withdraw(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // the hook runs already
    }
  }

  private Startup startup() {
    return new Startup(surroundings, applications, extraEnvironment, progress);
  }

  /** The gateway knows a service some time after it is ready. */
  private void awaitRoutes() {
    long deadline = System.nanoTime() + ROUTES_PATIENCE.toNanos();
    for (var service : Services.BEHIND_THE_GATEWAY) {
      var probe = Probe.http(gateway() + "/api-docs/" + service);
      try {
        while (!probe.isReady()) {
          if (System.nanoTime() > deadline) {
            throw new FleetException("the gateway does not reach " + service);
          }
          Thread.sleep(BETWEEN_LOOKS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new FleetException("interrupted", e);
      }
    }
  }

  /**
   * Starts Prometheus beside the services; returns where it is, or nothing if it is not installed.
   */
  Optional<URI> observe() {
    var prometheus = new Prometheus(root, surroundings, progress);
    var program = prometheus.program();
    program.ifPresent(prometheus::start);
    return program.map(_ -> address(Services.PROMETHEUS));
  }

  /** Stops everything: first the applications, then the servers they need. */
  public void down() {
    archiveBuild.stop();
    stop(Services.ALL_INSTANCES);
  }

  /** Stops what runs and deletes all data and logs. */
  public void reset() {
    down();
    Home.delete(home.data());
    Home.delete(home.logs());
  }

  /** Writes all data into one file; refuses while anything runs. */
  public void backup(Path file) throws IOException {
    whileStopped(() -> new Backup(file).write(home.data()));
  }

  /** Puts back what {@link #backup} wrote; refuses while anything runs, and where there is data. */
  public void restore(Path file) throws IOException {
    whileStopped(() -> new Backup(file).restore(home.data()));
  }

  private interface Work {
    void run() throws IOException;
  }

  private void whileStopped(Work work) throws IOException {
    Files.createDirectories(home.run());
    try (var _ = lock()) {
      if (isAnyRunning()) {
        throw new FleetException("it runs; ./fleet down stops it");
      }
      work.run();
    }
  }

  private void stop(List<Service> services) {
    var applications = services.stream().filter(Service::isApplication).toList();
    var servers = services.stream().filter(service -> !service.isApplication()).toList();
    for (var together : List.of(applications, servers)) {
      var processes = together.stream().map(this::process).toList();
      processes.forEach(ServiceProcess::stop);
      processes.forEach(ServiceProcess::awaitStop);
    }
  }

  /** Starts one service and waits until it is ready. */
  public void start(String name) {
    var service = Services.named(name);
    if (!isRunning(service)) {
      surroundings.ports().requireFree(service);
      startup().run(List.of(service));
    }
  }

  /** Stops one service gracefully. */
  public void stop(String name) {
    stop(List.of(Services.named(name)));
  }

  /** Kills one service with SIGKILL; returns when it is gone. */
  public void kill(String name) {
    process(Services.named(name)).kill();
  }

  public boolean isRunning(String name) {
    return isRunning(Services.named(name));
  }

  boolean isAnyRunning() {
    return Services.ALL_INSTANCES.stream().anyMatch(this::isRunning);
  }

  private boolean isRunning(Service service) {
    return process(service).running().isPresent();
  }

  ServiceProcess process(Service service) {
    return new ServiceProcess(home, service);
  }

  /** A service that ended without having been stopped. */
  Optional<Service> dead() {
    return services().stream()
        .filter(Service::isOurs)
        .filter(service -> process(service).hasDied())
        .findFirst();
  }

  /** Without a path and without a slash at the end. */
  public URI gateway() {
    return URI.create(surroundings.url(Services.GATEWAY));
  }

  public URI address(String name) {
    return URI.create(surroundings.url(name));
  }

  /**
   * Where a service tells its health and metrics: for the gateway, whose port is public, elsewhere.
   */
  public URI operations(String name) {
    return URI.create(surroundings.operations(name));
  }

  public String mongodbUri() {
    return surroundings.mongodbUri();
  }

  public String kafkaServers() {
    return surroundings.kafkaServers();
  }

  public Path log(String name) {
    return home.log(Services.named(name));
  }

  /** The directory of the mails received so far, one {@code .eml} file each. */
  public Path mail() {
    return home.mail();
  }

  public long pid(String name) {
    return process(Services.named(name))
        .running()
        .orElseThrow(() -> new FleetException(name + " does not run"))
        .pid();
  }

  /** Creates the demo accounts, doctors and slots, unless there are doctors already. */
  public void loadDemoData() {
    new DemoData(gateway(), DemoAccounts.admin(surroundings.user()), home).loadIfEmpty();
  }

  Home home() {
    return home;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** Stops everything; the data stays. */
  @Override
  public void close() {
    down();
  }

  private FileChannel lock() throws IOException {
    var file =
        FileChannel.open(
            home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (file.tryLock() != null) {
        return file;
      }
    } catch (OverlappingFileLockException sameProcess) {
      // another thread has it
    }
    file.close();
    throw new FleetException("another ./fleet up is at work in " + home.directory());
  }

  /** Configures a fleet. */
  public static final class Builder {

    private Path root = Path.of(System.getProperty("carelane.root", "."));
    private @Nullable Path home;
    private Map<String, String> user = System.getenv();
    private Ports ports = Ports.from(user);
    private final Map<String, Map<String, String>> extraEnvironment = new HashMap<>();
    private int replicas = 1;
    private Progress progress = Progress.silent();

    private Builder() {}

    /** The checkout, whose built jars run; by default the system property {@code carelane.root}. */
    public Builder root(Path checkout) {
      root = checkout.toAbsolutePath().normalize();
      return this;
    }

    /** Where data, logs and process files go; by default {@code .fleet} in the checkout. */
    public Builder home(Path directory) {
      home = directory;
      return this;
    }

    /** Uses free ports, so that several fleets can run at the same time. */
    public Builder freePorts() {
      ports = Ports.free();
      return this;
    }

    /**
     * How many instances of each service, gateway and discovery: 1, 2 or 3. The second one is named
     * {@code payment-service-2}, for example.
     */
    public Builder replicas(int number) {
      if (number < 1 || number > Services.MOST_REPLICAS) {
        throw new FleetException("replicas are 1 to " + Services.MOST_REPLICAS);
      }
      replicas = number;
      return this;
    }

    /** Adds environment variables for all instances of a service. */
    public Builder env(String service, Map<String, String> variables) {
      extraEnvironment.put(Services.named(service).application(), Map.copyOf(variables));
      return this;
    }

    Builder user(Map<String, String> environment) {
      user = Map.copyOf(environment);
      ports = Ports.from(user);
      return this;
    }

    Builder progress(Progress shown) {
      progress = shown;
      return this;
    }

    public Fleet build() {
      return new Fleet(this);
    }
  }
}
