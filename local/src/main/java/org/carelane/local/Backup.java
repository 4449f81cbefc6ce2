package org.carelane.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * All data of a stopped fleet in one zip file: databases, Kafka's logs and offsets, the mail. They
 * have to be of the same time, so they are kept together. The file has health data.
 */
record Backup(Path file) {

  private static final String MARK = "carelane-backup";

  Backup {
    file = file.toAbsolutePath().normalize();
  }

  /** Writes a temporary file first, so that a file of this name is always complete. */
  void write(Path data) throws IOException {
    if (Files.exists(file)) {
      throw new FleetException(file + " exists already");
    }
    if (!Files.isDirectory(data)) {
      throw new FleetException("there is no data in " + data);
    }
    var unfinished = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (var zip = new ZipOutputStream(create(unfinished));
          var files = Files.walk(data)) {
        zip.putNextEntry(new ZipEntry(MARK));
        for (var found : files.filter(it -> !it.equals(data)).sorted().toList()) {
          var name = data.relativize(found).toString().replace('\\', '/');
          zip.putNextEntry(new ZipEntry(Files.isDirectory(found) ? name + "/" : name));
          if (Files.isRegularFile(found)) {
            Files.copy(found, zip);
          }
        }
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static OutputStream create(Path file) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var owner = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
    }
    return Files.newOutputStream(file);
  }

  /**
   * Everything or nothing: unpacks to a temporary directory first. {@code data} must be empty or
   * missing.
   */
  void restore(Path data) throws IOException {
    if (Files.isDirectory(data)) {
      try (var files = Files.list(data)) {
        if (files.findAny().isPresent()) {
          throw new FleetException("there is data in " + data + "; ./fleet reset deletes it");
        }
      }
    }
    var unfinished = data.resolveSibling(data.getFileName() + ".part");
    Home.delete(unfinished);
    try {
      unpack(unfinished);
      Home.delete(data);
      Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Home.delete(unfinished);
    }
  }

  private void unpack(Path directory) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.getEntry(MARK) == null) {
        throw new FleetException(file + " is no backup of a fleet");
      }
      for (var entry : zip.stream().filter(it -> !it.getName().equals(MARK)).toList()) {
        var target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new FleetException(file + " is no backup of a fleet: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          try (var content = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            Files.copy(content, target);
            if (content.getChecksum().getValue() != entry.getCrc()) {
              throw new ZipException("wrong checksum of " + entry.getName());
            }
          }
        }
      }
    } catch (ZipException e) {
      throw new FleetException(file + " is damaged: " + e.getMessage(), e);
    }
  }
}
