package org.carelane.deployment.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carelane.deployment.checkout.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTest {

  @Test
  void keepsTheRules() {
    assertThat(ImageRules.broken(ImageRules.ofProject())).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {2} instead of {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "the user is a number and not root | USER 10001:10001 | USER root",
        "Java is process 1 and gets the signal | `ENTRYPOINT [\"java\", ` | `ENTRYPOINT [\"sh\","
            + " \"-c\", \"java\", `",
        "Java is process 1 and gets the signal | STOPSIGNAL SIGTERM | STOPSIGNAL SIGKILL",
        "the AOT cache is trained with the options that run | `java @/app/jvm.options -Xmx256m` |"
            + " `java -XX:+UseG1GC -Xmx256m`",
        "the AOT cache is trained with the options that run | `\"@/app/jvm.options\", ` | ``",
        "the AOT cache is trained on the image that runs | FROM runtime AS training | FROM"
            + " ${BUILD_IMAGE} AS training",
        "all images share what is built | ARG JARS=build | ARG SERVICE",
        "base images have a version tag | ARG RUNTIME_IMAGE=eclipse-temurin:25.0.3_9-jre-noble |"
            + " ARG RUNTIME_IMAGE=eclipse-temurin:latest",
        "health is asked without curl | `CMD [\"/app/health\"]` | `CMD curl -f localhost:8080`",
        "the JVM is sized by its container | -XX:MaxRAMPercentage=50 | -Xmx256m",
        "the JVM is sized by its container | -XX:+ExitOnOutOfMemoryError |"
            + " -XX:-ExitOnOutOfMemoryError",
        "logs are JSON | FORMAT_CONSOLE=ecs | FORMAT_CONSOLE=logstash",
        "the labels say what it is | org.opencontainers.image.revision |"
            + " org.opencontainers.image.rev",
        "the same sources make the same layers | -Dproject.build.outputTimestamp=$FILE_TIME |"
            + " -DskipTests",
        "the same sources make the same layers | `\"$FILE_TIME\"` | `\"$(date)\"`",
        "older engines can build it | RUN bash | RUN --mount=type=cache,target=/root/.m2 bash",
      })
  void catches(String rule, String right, String wrong) {
    var files = ImageRules.ofProject();
    assertThat(List.of(files.dockerfile(), files.options(), files.training()))
        .anyMatch(text -> text.contains(right));
    var mutated =
        new ImageRules(
            files.dockerfile().replace(right, wrong),
            files.options().replace(right, wrong),
            files.health(),
            files.training().replace(right, wrong));
    assertThat(ImageRules.broken(mutated)).contains(rule);
  }

  /** Nothing goes to the engine that no image is made of. */
  @Test
  void sendsNoMoreThanIsUsed() {
    var lines =
        Checkout.text(".dockerignore").lines().filter(line -> !line.startsWith("#")).toList();
    assertThat(lines).startsWith("*").doesNotContain("!.git", "!**", "!.env");
  }

  @Test
  void makesAllSecretsThatComeWithTheProject() {
    var script = Checkout.text("deployment/containers/make-secrets.sh");
    var services = "mongodb-(auth|appointment|payment|notification|chat)-service-password";
    assertThat(Checkout.names("deployment/containers/development-secrets"))
        .allMatch(
            name ->
                name.equals("README.md")
                    || script.contains("write " + name + " ")
                    || name.matches(services));
  }
}
