package org.carelane.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes class archives in the background, one after the other and at a low priority. An archive
 * gets its name when it is complete.
 */
final class ArchiveBuild {

  private static final Service SERVICE =
      new Service(
          "class-archives", "class-archives", "local", "sh", "", 0, List.of(), 0, false, List.of());

  /** For each archive three arguments: the list of classes, the file to make, the class path. */
  private static final String SCRIPT =
      """
      java=$1 collector=$2
      shift 2
      while [ $# -gt 0 ]; do
        nice -n 19 "$java" -Xshare:dump "$collector" -Xmx384m -XX:+AOTClassLinking \\
          -XX:SharedClassListFile="$1" -XX:SharedArchiveFile="$2.part" -cp "$3" \\
          -Xlog:disable -Xlog:all=error && mv "$2.part" "$2"
        shift 3
      done
      """;

  private final Home home;
  private final ServiceProcess process;

  ArchiveBuild(Home home) {
    this.home = home;
    this.process = new ServiceProcess(home, SERVICE);
  }

  boolean isRunning() {
    return process.running().isPresent();
  }

  void start(List<ClassArchive> archives, Ports ports) throws IOException {
    var command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT));
    command.addAll(List.of(PidFile.mark(home, SERVICE), Java.executable(), Java.COLLECTOR));
    for (var archive : archives) {
      command.add(archive.mergeLoaded().toString());
      command.add(archive.file().toString());
      command.add(archive.libraryList().toString());
    }
    process.start(command, Map.of(), ports);
  }

  /** Unfinished archives are made after the next start. */
  void stop() {
    process.running().stream()
        .flatMap(ProcessHandle::descendants)
        .forEach(ProcessHandle::destroyForcibly);
    process.kill();
    process.awaitStop();
  }
}
