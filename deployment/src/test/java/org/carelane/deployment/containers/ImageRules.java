package org.carelane.deployment.containers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.carelane.deployment.checkout.Checkout;

/** What must hold for the image of each service, and for the options its JVM starts with. */
record ImageRules(String dockerfile, String options, String health, String training) {

  private static final Pattern OPTION = Pattern.compile(" (-[-X][^\\s\"]+)");

  static ImageRules ofProject() {
    var image = "deployment/containers/image/";
    return new ImageRules(
        Checkout.text("Dockerfile"),
        Checkout.text(image + "jvm.options"),
        Checkout.text(image + "health"),
        Checkout.text(image + "train.sh"));
  }

  /** Each rule's name, and whether it is kept. */
  static final Map<String, Predicate<ImageRules>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("the user is a number and not root", ImageRules::user);
    ALL.put("Java is process 1 and gets the signal", ImageRules::signal);
    ALL.put("the AOT cache is trained with the options that run", ImageRules::sameOptions);
    ALL.put("the AOT cache is trained on the image that runs", ImageRules::sameImage);
    ALL.put("the cache changes most often, so it is the last layer", ImageRules::lastLayer);
    ALL.put("all images share what is built", ImageRules::shared);
    ALL.put("base images have a version tag", ImageRules::tags);
    ALL.put("health is asked without curl", ImageRules::healthCheck);
    ALL.put("the JVM is sized by its container", ImageRules::sized);
    ALL.put(
        "logs are JSON",
        rules -> rules.stage("runtime").last("ENV").contains("STRUCTURED_FORMAT_CONSOLE=ecs"));
    ALL.put("the labels say what it is", ImageRules::labels);
    ALL.put("the same sources make the same layers", ImageRules::reproducible);
    ALL.put("older engines can build it", ImageRules::classic);
  }

  static List<String> broken(ImageRules rules) {
    var broken = new ArrayList<String>();
    ALL.forEach(
        (name, rule) -> {
          if (!rule.test(rules)) {
            broken.add(name);
          }
        });
    return broken;
  }

  private ImageRecipe parsed() {
    return ImageRecipe.of(dockerfile);
  }

  private ImageRecipe.Stage stage(String name) {
    return parsed().stage(name);
  }

  private boolean user() {
    return parsed().result().last("USER").matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
  }

  private boolean signal() {
    var result = parsed().result();
    return result.last("ENTRYPOINT").startsWith("[\"java\", ")
        && result.arguments("CMD").isEmpty()
        && result.last("STOPSIGNAL").equals("SIGTERM");
  }

  /** Only where the cache goes, and the heap, which does not matter to it, may differ. */
  private boolean sameOptions() {
    var trained =
        training.replace("\\\n", " ").lines().filter(line -> line.contains("AOTCacheOutput"));
    var found = OPTION.matcher(trained.findFirst().orElse(""));
    var others = new ArrayList<String>();
    while (found.find()) {
      others.add(found.group(1));
    }
    others.removeIf(option -> option.matches("-Xmx\\d+m|-XX:AOTCacheOutput=.*"));
    var entry = parsed().result().last("ENTRYPOINT");
    return others.isEmpty()
        && training.contains(
            "java @/app/jvm.options -Xmx256m -XX:AOTCacheOutput=$cache -jar /app/application.jar")
        && entry.equals(
            "[\"java\", \"@/app/jvm.options\", \"-XX:AOTCache=/app/application.aot\", \"-jar\","
                + " \"/app/application.jar\"]")
        && training.contains("-XX:AOTMode=on");
  }

  private boolean sameImage() {
    return parsed().result().from().equals("runtime") && stage("training").from().equals("runtime");
  }

  private boolean lastLayer() {
    var copies = parsed().result().arguments("COPY");
    return copies.size() == 3
        && copies.get(0).contains("/dependencies")
        && copies.get(1).contains("/application")
        && copies.get(2).startsWith("--from=training ");
  }

  private boolean shared() {
    return List.of("poms", "jars", "layers", "runtime").stream()
        .allMatch(name -> !stage(name).instructions().toString().contains("SERVICE"));
  }

  private boolean tags() {
    var defaults = parsed().stage("before the first").arguments("ARG");
    return defaults.size() == 4
        && defaults.stream()
            .filter(image -> !image.startsWith("FILE_TIME"))
            .allMatch(image -> image.matches("[A-Z_]+=[a-z/-]+:\\d+\\.\\d+\\.\\d+\\S+"))
        && parsed().stages().stream()
            .skip(1)
            .allMatch(stage -> stage.from().matches("\\$\\{(BUILD|NODE|RUNTIME)_IMAGE}|runtime"));
  }

  private boolean healthCheck() {
    return parsed().result().last("HEALTHCHECK").endsWith("CMD [\"/app/health\"]")
        && !health.matches("(?s).*\\b(curl|wget|java)\\b.*")
        && health.contains("/actuator/health/readiness");
  }

  private boolean sized() {
    var percentage = Pattern.compile("(?m)^-XX:MaxRAMPercentage=(\\d+)$").matcher(options);
    return percentage.find()
        && Integer.parseInt(percentage.group(1)) <= 75
        && !options.contains("-Xmx")
        && options.contains("\n-XX:+ExitOnOutOfMemoryError\n");
  }

  private boolean labels() {
    var label = parsed().result().last("LABEL");
    return List.of("title", "description", "licenses", "version", "revision").stream()
        .allMatch(name -> label.contains("org.opencontainers.image." + name + "="));
  }

  /** The times of files, and of entries in jars, are in the digests of layers. */
  private boolean reproducible() {
    return stage("jars").last("RUN").contains("\"-Dproject.build.outputTimestamp=$FILE_TIME\"")
        && stage("layers").last("RUN").endsWith(" \"$FILE_TIME\"");
  }

  private boolean classic() {
    return !dockerfile.startsWith("# syntax=")
        && !parsed().stages().toString().matches(".*(<<|--mount|--link).*");
  }
}
