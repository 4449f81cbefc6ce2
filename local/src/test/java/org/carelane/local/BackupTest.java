package org.carelane.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

  @TempDir Path directory;
  private Path data;
  private Backup backup;

  @BeforeEach
  void someData() throws IOException {
    data = directory.resolve("data");
    Files.createDirectories(data.resolve("kafka/topic-0"));
    Files.createDirectories(data.resolve("mail"));
    Files.writeString(data.resolve("kafka/topic-0/0.log"), "a record\n".repeat(1000));
    backup = new Backup(directory.resolve("fleet.zip"));
  }

  @Test
  void bringsBackWhatWasThere() throws IOException {
    backup.write(data);
    Home.delete(data);

    backup.restore(data);

    assertThat(data.resolve("kafka/topic-0/0.log")).hasContent("a record\n".repeat(1000));
    assertThat(data.resolve("mail")).isEmptyDirectory();
    assertThat(data.resolve("carelane-backup")).doesNotExist();
  }

  @Test
  void isReadableByItsOwnerOnly() throws IOException {
    backup.write(data);
    assertThat(Files.getPosixFilePermissions(backup.file())).hasSize(2);
  }

  @Test
  void overwritesNeitherABackupNorData() throws IOException {
    backup.write(data);
    assertThatThrownBy(() -> backup.write(data)).hasMessageContaining("exists already");
    assertThatThrownBy(() -> backup.restore(data)).hasMessageContaining("there is data");
    assertThat(data.resolve("kafka/topic-0/0.log")).exists();
  }

  @Test
  void aDamagedOneRestoresNothing() throws IOException {
    Files.write(
        data.resolve("last"),
        new SplittableRandom(1).doubles(9_000).mapToObj(String::valueOf).toList());
    backup.write(data);
    Home.delete(data);
    var whole = Files.readAllBytes(backup.file());
    var altered = whole.clone();
    altered[whole.length / 2] ^= 0x55;

    for (var damaged : List.of(altered, Arrays.copyOf(whole, whole.length - 100))) {
      Files.write(backup.file(), damaged);
      assertThatThrownBy(() -> backup.restore(data))
          .isInstanceOf(FleetException.class)
          .hasMessageContaining("damaged");
      assertThat(directory).isDirectoryNotContaining("glob:**data*");
    }
  }

  @Test
  void anotherZipFileIsNone() throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(backup.file()))) {
      zip.putNextEntry(new ZipEntry("kafka"));
    }
    Home.delete(data);
    assertThatThrownBy(() -> backup.restore(data)).hasMessageContaining("no backup");
    assertThat(data).doesNotExist();
  }

  @Test
  void writesNothingOutsideTheDataDirectory() throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(backup.file()))) {
      zip.putNextEntry(new ZipEntry("carelane-backup"));
      zip.putNextEntry(new ZipEntry("../outside"));
    }
    Home.delete(data);
    assertThatThrownBy(() -> backup.restore(data)).hasMessageContaining("no backup");
    assertThat(directory.resolve("outside")).doesNotExist();
  }
}
