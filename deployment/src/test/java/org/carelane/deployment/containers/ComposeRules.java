package org.carelane.deployment.containers;

import static org.carelane.deployment.containers.ComposeFile.environment;
import static org.carelane.deployment.containers.ComposeFile.texts;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carelane.deployment.checkout.Application;
import org.carelane.deployment.checkout.Checkout;
import tools.jackson.databind.JsonNode;

/**
 * What must hold for {@code docker-compose.yml}. Each rule adds a line for each thing that is
 * against it.
 */
final class ComposeRules {

  private static final String SECRETS = "deployment/containers/development-secrets";

  /** Containers without a health check, and why. */
  private static final Map<String, String> UNCHECKED =
      Map.of("mongodb-setup", "it ends", "tempo", "its image has no program to ask with");

  private static final Set<String> STATEFUL =
      Set.of("mongodb", "kafka", "prometheus", "grafana", "tempo");

  private static final Map<String, Integer> PUBLISHED =
      Map.of("gateway", 8080, "mailpit", 8025, "grafana", 3000);

  /**
   * A service goes on serving for a while after SIGTERM, then each phase of its end may take 10 s.
   */
  private static final int LEAST_GRACE_SECONDS = 30;

  private static final Pattern URL = Pattern.compile("http://([a-z-]+):(\\d+)");
  private static final Pattern SECRET_PLACEHOLDER = Pattern.compile("\\$\\{([a-z.-]+)}");

  static final Map<String, BiConsumer<ComposeFile, List<String>>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("all services of the project run, each from its own image", ComposeRules::images);
    ALL.put("images have a version tag", ComposeRules::tags);
    ALL.put("only the gateway, the mail page and Grafana are published", ComposeRules::published);
    ALL.put("containers may do no more than they need", ComposeRules::privileges);
    ALL.put("containers have a limit of memory, and keep their logs small", ComposeRules::limits);
    ALL.put("what can be asked for its health is waited for", ComposeRules::health);
    ALL.put("a service has time to drain", ComposeRules::grace);
    ALL.put("no value is a secret", ComposeRules::noSecrets);
    ALL.put("secrets are files that somebody reads", ComposeRules::secretFiles);
    ALL.put("secrets have the name of a setting", ComposeRules::secretNames);
    ALL.put("all know the password of the register", ComposeRules::register);
    ALL.put("only the gateway is believed about clients", ComposeRules::trusted);
    ALL.put("data, services and monitoring are apart", ComposeRules::networks);
    ALL.put("what is kept is in a named volume", ComposeRules::volumes);
    ALL.put("what is mounted is there, and cannot be written", ComposeRules::mounts);
    ALL.put("the environment names settings that are there", ComposeRules::environmentNames);
    ALL.put("ports are those the services listen on", ComposeRules::ports);
    ALL.put("each service has a user and a database of its own", ComposeRules::databases);
    ALL.put("a missing .env is said", ComposeRules::variables);
  }

  private ComposeRules() {}

  static List<String> complaints(String rule, ComposeFile file) {
    var complaints = new ArrayList<String>();
    ALL.get(rule).accept(file, complaints);
    return complaints;
  }

  private static void images(ComposeFile file, List<String> complaints) {
    if (!file.built().keySet().equals(Set.copyOf(Application.names()))) {
      complaints.add("built are " + file.built().keySet());
    }
    file.built()
        .forEach(
            (name, service) -> {
              if (!service.path("build").path("args").path("SERVICE").asString().equals(name)
                  || !service.path("image").asString().startsWith("carelane/" + name + ":")) {
                complaints.add(name + " is built as another");
              }
            });
  }

  private static void tags(ComposeFile file, List<String> complaints) {
    file.services()
        .forEach(
            (name, service) -> {
              var image = service.path("image").asString();
              if (!image.matches("[a-z/-]+:v?\\d+(\\.\\d+){2,}([.-][A-Za-z0-9.-]+)?")) {
                complaints.add(name + ": " + image);
              }
            });
  }

  private static void published(ComposeFile file, List<String> complaints) {
    file.services()
        .forEach(
            (name, service) -> {
              var targets =
                  service.path("ports").valueStream().map(p -> p.path("target").asInt()).toList();
              var expected = PUBLISHED.containsKey(name) ? List.of(PUBLISHED.get(name)) : List.of();
              if (!targets.equals(expected)) {
                complaints.add(name + " publishes " + targets);
              }
              service
                  .path("ports")
                  .valueStream()
                  .filter(port -> !port.path("host_ip").asString().equals("127.0.0.1"))
                  .forEach(port -> complaints.add(name + " is on " + port.path("host_ip")));
            });
  }

  private static void privileges(ComposeFile file, List<String> complaints) {
    file.services()
        .forEach(
            (name, service) -> {
              if (!service.path("read_only").asBoolean(false)) {
                complaints.add(name + " can write to its root");
              }
              if (texts(service.path("tmpfs")).noneMatch(mount -> mount.startsWith("/tmp"))) {
                complaints.add(name + " has no /tmp");
              }
              if (!texts(service.path("cap_drop")).toList().equals(List.of("ALL"))
                  || service.has("cap_add")
                  || service.has("privileged")) {
                complaints.add(name + " has capabilities");
              }
              if (!texts(service.path("security_opt"))
                  .toList()
                  .equals(List.of("no-new-privileges:true"))) {
                complaints.add(name + " may gain privileges");
              }
              var user = service.path("user").asString("");
              if (service.path("build").isMissingNode() && !user.matches("[1-9]\\d*:\\d+")) {
                complaints.add(name + " runs as " + user);
              }
            });
  }

  private static void limits(ComposeFile file, List<String> complaints) {
    file.services()
        .forEach(
            (name, service) -> {
              if (!service.path("mem_limit").asString("").matches("\\d+[mg]")) {
                complaints.add(name + " may take all memory");
              }
              var logging = service.path("logging");
              if (!logging.path("options").path("max-size").asString("").matches("\\d+m")
                  || !logging.path("options").path("max-file").asString("").matches("\\d")) {
                complaints.add(name + " fills the disk with its log");
              }
              var expected = name.equals("mongodb-setup") ? "no" : "unless-stopped";
              if (!service.path("restart").asString("").equals(expected)) {
                complaints.add(name + ": restart is " + service.path("restart"));
              }
            });
  }

  private static void health(ComposeFile file, List<String> complaints) {
    var services = file.services();
    services.forEach(
        (name, service) -> {
          if (service.has("healthcheck") == UNCHECKED.containsKey(name)) {
            complaints.add(name + ": health check " + service.path("healthcheck"));
          }
          if (service.has("build")
              && !texts(service.path("healthcheck").path("test"))
                  .toList()
                  .equals(List.of("CMD", "/app/health"))) {
            complaints.add(name + " is not asked as its image says");
          }
          service
              .path("depends_on")
              .properties()
              .forEach(
                  wait -> {
                    var expected = expectedWait(services.get(wait.getKey()));
                    if (!wait.getValue().path("condition").asString().equals(expected)) {
                      complaints.add(name + " does not wait for " + wait.getKey() + " to be well");
                    }
                  });
        });
    for (var name : Application.names()) {
      var waits = services.get(name).path("depends_on");
      for (var needed : needed(name)) {
        if (!waits.has(needed)) {
          complaints.add(name + " does not wait for " + needed);
        }
      }
    }
  }

  private static String expectedWait(JsonNode awaited) {
    if (awaited.has("healthcheck")) {
      return "service_healthy";
    }
    return awaited.path("restart").asString().equals("no")
        ? "service_completed_successfully"
        : "service_started";
  }

  private static List<String> needed(String service) {
    return switch (service) {
      case "discovery" -> List.of();
      case "gateway" -> List.of("discovery");
      case "notification-service" -> List.of("discovery", "mongodb-setup", "kafka", "mailpit");
      default -> List.of("discovery", "mongodb-setup", "kafka");
    };
  }

  private static void grace(ComposeFile file, List<String> complaints) {
    file.built()
        .forEach(
            (name, service) -> {
              var grace = service.path("stop_grace_period").asString("0s");
              if (Integer.parseInt(grace.replace("s", "")) < LEAST_GRACE_SECONDS) {
                complaints.add(name + " is killed after " + grace);
              }
            });
  }

  private static void noSecrets(ComposeFile file, List<String> complaints) {
    file.services()
        .forEach(
            (name, service) ->
                environment(service)
                    .forEach(
                        (key, value) -> {
                          var secret =
                              key.matches(".*(PASSWORD|SECRET|TOKEN|CREDENTIAL|PRIVATE).*");
                          if (secret && !key.endsWith("_FILE")) {
                            complaints.add(name + " gets " + key + " by its environment");
                          }
                          if (value.matches(".*://[^/]*:[^/$]+@.*")) {
                            complaints.add(name + ": a password in " + key);
                          }
                        }));
    ComposeFile.exampleValues().keySet().stream()
        .filter(key -> key.matches(".*(PASSWORD|SECRET(?!S_DIRECTORY)|TOKEN).*"))
        .forEach(key -> complaints.add(".env.example has " + key));
  }

  private static void secretFiles(ComposeFile file, List<String> complaints) {
    var declared = new TreeSet<String>();
    file.root()
        .path("secrets")
        .properties()
        .forEach(
            e -> {
              declared.add(e.getKey());
              var expected = "./" + SECRETS + "/" + e.getKey();
              if (!e.getValue().path("file").asString().equals(expected)) {
                complaints.add(e.getKey() + " is " + e.getValue().path("file"));
              }
            });
    var read =
        file.services().values().stream()
            .flatMap(service -> service.path("secrets").valueStream())
            .map(secret -> secret.isString() ? secret.asString() : secret.path("source").asString())
            .collect(Collectors.toCollection(TreeSet::new));
    var there = new TreeSet<>(Checkout.names(SECRETS));
    there.remove("README.md");
    if (!declared.equals(read) || !declared.equals(there)) {
      complaints.add("declared %s, read %s, there %s".formatted(declared, read, there));
    }
  }

  /** Where a target is given, Spring reads the file as a property of that name. */
  private static void secretNames(ComposeFile file, List<String> complaints) {
    file.built()
        .forEach(
            (name, service) -> {
              var application = Application.named(name);
              var referred =
                  environment(service).values().stream()
                      .flatMap(value -> SECRET_PLACEHOLDER.matcher(value).results())
                      .map(found -> found.group(1))
                      .collect(Collectors.toSet());
              service
                  .path("secrets")
                  .valueStream()
                  .map(secret -> secret.path("target").asString(""))
                  .filter(target -> !application.knows(target) && !referred.contains(target))
                  .forEach(target -> complaints.add(name + " has no setting " + target));
            });
  }

  private static void register(ComposeFile file, List<String> complaints) {
    file.built()
        .forEach(
            (name, service) -> {
              if (service
                  .path("secrets")
                  .valueStream()
                  .noneMatch(
                      secret ->
                          secret.path("source").asString("").equals("discovery-password")
                              && secret
                                  .path("target")
                                  .asString("")
                                  .equals("carelane.discovery.password"))) {
                complaints.add(name + " does not know the password of the register");
              }
            });
    var prometheus = Checkout.text("deployment/monitoring/prometheus.yml");
    if (texts(file.services().get("prometheus").path("secrets"))
        .noneMatch(it -> prometheus.contains("password_file: /run/secrets/" + it + "\n"))) {
      complaints.add("Prometheus does not know the password of the register");
    }
  }

  /** Nobody but containers is in the network of the services. */
  private static void trusted(ComposeFile file, List<String> complaints) {
    var network = file.root().at("/networks/services/ipam/config/0/subnet").asString("");
    var trusted =
        environment(file.services().get("auth-service")).get("CARELANE_AUTH_TRUSTED_PROXIES");
    if (network.isEmpty() || !network.equals(trusted)) {
      complaints.add("auth-service believes " + trusted + ", the services are in " + network);
    }
  }

  private static void networks(ComposeFile file, List<String> complaints) {
    var networks = file.root().path("networks");
    for (var internal : List.of("services", "data", "monitoring")) {
      if (!networks.path(internal).path("internal").asBoolean(false)) {
        complaints.add(internal + " reaches the world");
      }
    }
    var expected = new TreeMap<String, Set<String>>();
    Application.names().forEach(name -> expected.put(name, Set.of("services", "data")));
    expected.put("gateway", Set.of("public", "services"));
    expected.put("discovery", Set.of("services"));
    expected.put("notification-service", Set.of("services", "data", "mail"));
    expected.put("mongodb", Set.of("data"));
    expected.put("mongodb-setup", Set.of("data"));
    expected.put("kafka", Set.of("data"));
    expected.put("mailpit", Set.of("mail"));
    expected.put("prometheus", Set.of("services", "monitoring"));
    expected.put("tempo", Set.of("services", "monitoring"));
    expected.put("grafana", Set.of("public", "monitoring"));
    var found = new TreeMap<String, Set<String>>();
    file.services()
        .forEach(
            (name, service) ->
                found.put(name, texts(service.path("networks")).collect(Collectors.toSet())));
    if (!found.equals(expected)) {
      complaints.add("networks are " + found);
    }
  }

  private static void volumes(ComposeFile file, List<String> complaints) {
    var declared = file.root().path("volumes").propertyNames();
    if (!Set.copyOf(declared).equals(STATEFUL)) {
      complaints.add("volumes are " + declared);
    }
    for (var name : STATEFUL) {
      if (texts(file.services().get(name).path("volumes"))
          .noneMatch(volume -> volume.startsWith(name + ":/"))) {
        complaints.add(name + " forgets everything");
      }
    }
  }

  private static void mounts(ComposeFile file, List<String> complaints) {
    file.services()
        .forEach(
            (name, service) ->
                texts(service.path("volumes"))
                    .filter(volume -> volume.startsWith("."))
                    .forEach(
                        volume -> {
                          var parts = volume.split(":", -1);
                          if (parts.length != 3 || !parts[2].equals("ro")) {
                            complaints.add(name + " can write to " + parts[0]);
                          }
                          if (!Files.exists(Checkout.path(parts[0]))) {
                            complaints.add(name + " mounts " + parts[0] + ", which is not there");
                          }
                        }));
  }

  private static void environmentNames(ComposeFile file, List<String> complaints) {
    file.built()
        .forEach(
            (name, service) ->
                environment(service).keySet().stream()
                    .filter(key -> !Application.named(name).reads(key))
                    .forEach(key -> complaints.add(name + " does not know " + key)));
  }

  private static void ports(ComposeFile file, List<String> complaints) {
    file.built()
        .forEach(
            (name, service) ->
                environment(service)
                    .values()
                    .forEach(
                        value -> {
                          var url = URL.matcher(value);
                          while (url.find()) {
                            var port = Integer.parseInt(url.group(2));
                            if (Application.names().contains(url.group(1))
                                && Application.named(url.group(1)).port() != port) {
                              complaints.add(name + " looks for " + url.group());
                            }
                          }
                        }));
    if (Application.named("gateway").port() != PUBLISHED.get("gateway")) {
      complaints.add("the gateway listens on " + Application.named("gateway").port());
    }
    var management = environment(file.services().get("gateway")).get("MANAGEMENT_SERVER_PORT");
    if (management == null || management.equals("8080")) {
      complaints.add("the gateway's health and metrics are on the published port");
    }
  }

  private static void databases(ComposeFile file, List<String> complaints) {
    var setup = Checkout.text("deployment/containers/mongodb/setup.js");
    file.built()
        .forEach(
            (name, service) -> {
              var database = Application.named(name).value("spring.mongodb.database");
              var uri = environment(service).getOrDefault("CARELANE_MONGODB_URI", "");
              if (database.isEmpty()) {
                if (!uri.isEmpty()) {
                  complaints.add(name + " has no database");
                }
                return;
              }
              var expected =
                  "mongodb://%s:${carelane.mongodb.password}@mongodb:27017/?authSource=%s&replicaSet=rs0";
              if (!uri.equals(expected.formatted(name, database.get()))) {
                complaints.add(name + " signs in with " + uri);
              }
              if (!setup.contains("'%s': '%s'".formatted(name, database.get()))) {
                complaints.add("setup.js makes no " + database.get() + " for " + name);
              }
              var password = "mongodb-" + name + "-password";
              if (service
                  .path("secrets")
                  .valueStream()
                  .noneMatch(
                      secret ->
                          secret.path("source").asString().equals(password)
                              && secret
                                  .path("target")
                                  .asString()
                                  .equals("carelane.mongodb.password"))) {
                complaints.add(name + " does not get its password");
              }
            });
  }

  private static void variables(ComposeFile file, List<String> complaints) {
    var named = new TreeSet<String>();
    for (var variable : file.variables()) {
      var name = variable.replaceFirst(":.*", "");
      named.add(name);
      if (!variable.contains(":-") && !variable.endsWith(":?copy .env.example to .env")) {
        complaints.add(name + " may be empty without a word");
      }
    }
    var given = new TreeSet<>(ComposeFile.exampleValues().keySet());
    if (!named.equals(given)) {
      complaints.add("named %s, in .env.example %s".formatted(named, given));
    }
  }
}
