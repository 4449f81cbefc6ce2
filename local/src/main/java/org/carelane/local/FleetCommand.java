package org.carelane.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** What {@code ./fleet} runs. Exit status 0, or 1 after one line that says what went wrong. */
public final class FleetCommand {

  private static final String HELP =
      """
      usage: ./fleet <command>

        up [--foreground] [--replicas N] [--observe]
                              build what is not built, start what does not run, wait until it is ready;
                              N (1 to 3) of each service, of the gateway and of discovery; with
                              Prometheus beside them, if it is installed
        down                  stop everything; the data stays
        status                what runs, where, how much memory it takes, and disk its caches
        logs SERVICE [-f]     the end of a service's log; -f follows it
        mail [N]              the mail received, or the N-th of it
        dead-letters [--settled]
                              the messages that services could not handle, newest first
        dead-letters show TOPIC OFFSET
                              one of them, with its payload and its cause
        dead-letters send-again TOPIC OFFSET|all
                              send it to its topic again, or all that are open
        dead-letters dismiss TOPIC OFFSET
                              settle that it will not be sent again
        backup FILE           write all data into one file; only while everything is stopped
        restore FILE          put it back, where there is no data; only while everything is stopped
        reset [--yes]         stop everything and delete all data, after asking
        help                  this text

      Environment: CARELANE_PORT moves the gateway (8080), CARELANE_PORT_MANAGEMENT its health and
      metrics (9080), CARELANE_PORT_AUTH and its like the others,
      CARELANE_PORT_AUTH_2 a second instance (by default 100 above the first);
      CARELANE_MONGODB_URI and CARELANE_KAFKA name a database and a broker to use instead of the
      embedded ones; CARELANE_HOME is where data, logs and process files go (.fleet);
      CARELANE_OPTIMIZE=true starts slower, and gets faster after some thousand bookings.
      """;

  private static final int LOG_LINES = 100;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Arguments arguments;
  private final Fleet fleet;
  private final PrintStream out;
  private volatile boolean stopping;

  private FleetCommand(Arguments arguments, Map<String, String> environment, PrintStream out) {
    this.arguments = arguments;
    this.out = out;
    var builder =
        Fleet.builder().user(environment).replicas(arguments.replicas()).progress(Progress.on(out));
    var home = environment.getOrDefault("CARELANE_HOME", "");
    this.fleet = home.isBlank() ? builder.build() : builder.home(Path.of(home)).build();
  }

  public static void main(String[] args) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(args, System.getenv(), out));
  }

  static int run(String[] args, Map<String, String> environment, PrintStream out) {
    try {
      return new FleetCommand(Arguments.of(args), environment, out).run();
    } catch (FleetException e) {
      out.println("fleet: " + e.getMessage());
      return 1;
    } catch (UncheckedIOException e) {
      out.println("fleet: " + e.getCause());
      return 1;
    } catch (IOException e) {
      out.println("fleet: " + e);
      return 1;
    }
  }

  private int run() throws IOException {
    return switch (arguments.command()) {
      case "up" -> up();
      case "down" -> down();
      case "status" -> status();
      case "logs" -> logs();
      case "mail" -> mail();
      case "dead-letters" -> deadLetters();
      case "backup" -> backup();
      case "restore" -> restore();
      case "reset" -> reset();
      case "help" -> help();
      default -> throw new FleetException("no command " + arguments.command() + "; try help");
    };
  }

  private int up() {
    arguments.allow(0, "--foreground", "--observe", Arguments.REPLICAS);
    long begun = System.nanoTime();
    var foreground = arguments.has("--foreground");
    if (foreground && fleet.isAnyRunning()) {
      throw new FleetException("it runs in the background already; ./fleet down ends that");
    }
    if (!fleet.hasStartedBefore()) {
      out.println(
          "The first start here: each library is unpacked once, and no class archives exist.");
    }
    fleet.up();
    if (foreground) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "down"));
    }
    try {
      fleet.loadDemoData();
    } catch (FleetException | UncheckedIOException e) {
      var rest = foreground ? "" : "; the fleet runs, ./fleet down stops it";
      throw new FleetException("no demo data: " + e.getMessage() + rest, e);
    }
    var took = Duration.ofNanos(System.nanoTime() - begun);
    out.print(new Welcome(fleet.gateway(), fleet.surroundings().user()).text(took));
    if (arguments.has("--observe")) {
      observe();
    }
    if (fleet.prepareNextStart()) {
      out.println(
          "In the background class archives are being made, for about a minute; with them the next"
              + " start takes half as long.");
    }
    return foreground ? watch() : 0;
  }

  /** A failure is only reported. */
  private void observe() {
    try {
      out.println(
          fleet
              .observe()
              .map(address -> "Prometheus watches it at " + address + "/alerts")
              .orElse(Prometheus.HOW_TO_GET_IT));
    } catch (FleetException | UncheckedIOException e) {
      out.println("Prometheus does not watch it: " + e.getMessage());
    }
  }

  private void stopAll() {
    stopping = true;
    fleet.down();
  }

  /** Waits for Ctrl-C; fails when a service ends by itself. */
  private int watch() {
    out.println("Ctrl-C stops everything.");
    while (true) {
      var dead = fleet.dead();
      if (dead.isPresent() && !stopping) {
        throw new FleetException(
            "%s ended by itself; stopping everything (log: %s)"
                .formatted(dead.get().name(), fleet.log(dead.get().name())));
      }
      Pause.of(BETWEEN_LOOKS);
    }
  }

  private int down() {
    arguments.allow(0);
    fleet.down();
    out.println("Everything is stopped; the data stays in " + fleet.home().data());
    return 0;
  }

  private int status() {
    arguments.allow(0);
    var status = Status.of(fleet);
    out.print(status.text());
    return status.isAllReady() ? 0 : 1;
  }

  private int logs() throws IOException {
    arguments.allow(1, "-f");
    if (arguments.words().isEmpty()) {
      throw new FleetException("whose log? ./fleet logs SERVICE");
    }
    var log = fleet.log(arguments.words().getFirst());
    if (!log.toFile().exists()) {
      throw new FleetException(arguments.words().getFirst() + " has no log yet (" + log + ")");
    }
    LogFile.lastLines(log, LOG_LINES).forEach(out::println);
    if (arguments.has("-f")) {
      LogFile.follow(log, out);
    }
    return 0;
  }

  private int mail() throws IOException {
    arguments.allow(1);
    var mailbox = new Mailbox(fleet.mail());
    out.print(
        arguments.words().isEmpty() ? mailbox.list() : mailbox.show(arguments.words().getFirst()));
    return 0;
  }

  private int deadLetters() {
    arguments.allow(3, DeadLetters.SETTLED);
    try (var api = new PublicApi(fleet.gateway())) {
      var admin = DemoAccounts.admin(fleet.surroundings().user());
      var letters = DeadLetters.seenBy(admin, api);
      out.print(letters.answer(arguments.words(), arguments.has(DeadLetters.SETTLED)));
      return letters.isComplete() ? 0 : 1;
    }
  }

  private int backup() throws IOException {
    var file = file();
    fleet.backup(file);
    out.println("All data is in " + file.toAbsolutePath());
    return 0;
  }

  private int restore() throws IOException {
    fleet.restore(file());
    out.println("The data is back in " + fleet.home().data() + "; ./fleet up starts with it");
    return 0;
  }

  private Path file() {
    arguments.allow(1);
    if (arguments.words().isEmpty()) {
      throw new FleetException("which file? ./fleet " + arguments.command() + " FILE");
    }
    return Path.of(arguments.words().getFirst());
  }

  private int reset() throws IOException {
    arguments.allow(0, "--yes");
    if (!arguments.has("--yes") && !isConfirmed()) {
      throw new FleetException("nothing deleted");
    }
    fleet.reset();
    out.println("Everything is stopped and all data deleted.");
    return 0;
  }

  private boolean isConfirmed() throws IOException {
    out.print("Stop everything and delete all data in " + fleet.home().data() + "? [y/N] ");
    out.flush();
    int answer = System.in.read();
    return answer == 'y' || answer == 'Y';
  }

  private int help() {
    out.print(HELP);
    return 0;
  }
}
