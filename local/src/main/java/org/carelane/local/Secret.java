package org.carelane.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Something the processes of a fleet know and nobody else, in a file that only its owner can read.
 */
record Secret(Path file) {

  private static final int BYTES = 24;

  /** Makes one unless there is one. */
  static synchronized Secret in(Path file) {
    var random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    try {
      Files.createDirectories(file.getParent());
      var ownersOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownersOnly));
      Files.writeString(file, HexFormat.of().formatHex(random));
    } catch (FileAlreadyExistsException e) {
      // made before
    } catch (IOException e) {
      throw new FleetException("cannot write " + file, e);
    }
    return new Secret(file);
  }

  String text() {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new FleetException("cannot read " + file, e);
    }
  }
}
