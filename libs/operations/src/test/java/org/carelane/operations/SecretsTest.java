package org.carelane.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Secrets come as files, as {@code operations.yml} imports them. */
class SecretsTest {

  @TempDir private Path secrets;

  @Test
  void aFileWinsOverWhatTheServicesOwnFileSays() throws IOException {
    Files.writeString(secrets.resolve("carelane.password"), "from-a-file");

    assertThat(started().getProperty("carelane.password")).isEqualTo("from-a-file");
  }

  @Test
  void aSettingOfTheEnvironmentCanNameASecret() throws IOException {
    Files.writeString(secrets.resolve("carelane.mongodb.password"), "s3cret\n");

    var uri =
        started("--CARELANE_URI=mongodb://me:${carelane.mongodb.password}@db:27017/?replicaSet=rs0")
            .getProperty("carelane.uri");

    assertThat(uri).isEqualTo("mongodb://me:s3cret@db:27017/?replicaSet=rs0");
  }

  @Test
  void thereNeedNotBeADirectoryOfSecrets() throws IOException {
    Files.delete(secrets);

    assertThat(started().getProperty("carelane.password")).isEmpty();
  }

  private Environment started(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.add("--spring.config.name=probe");
    all.add("--CARELANE_SECRETS=" + secrets);
    try (var context = SpringApplication.run(Nothing.class, all.toArray(String[]::new))) {
      return context.getEnvironment();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Nothing {}
}
