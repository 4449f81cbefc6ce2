package org.carelane.contracttesting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.carelane.apitesting.PublishedApi;

/** The project's own files, found wherever a test is started from: Maven, an IDE, a module. */
final class ContractFiles {

  private static final Path ROOT = PublishedApi.root();

  private ContractFiles() {}

  /** A file or directory of the project, by its path from the project's root. */
  static Path path(String first, String... more) {
    return ROOT.resolve(Path.of(first, more));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file below {@code contracts/}: its path from there, with slashes, sorted. */
  static List<String> names() {
    var contracts = path("contracts");
    try (Stream<Path> files = Files.walk(contracts)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> contracts.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
