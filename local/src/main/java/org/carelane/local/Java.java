package org.carelane.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK this program runs on; the services run on the same. */
final class Java {

  /** A class archive works only with the garbage collector it was made with. */
  static final String COLLECTOR = "-XX:+UseSerialGC";

  private Java() {}

  static String executable() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * JVM options. The heap begins small; MetaspaceSize avoids collections during the start.
   *
   * @param optimized whether to compile hot code a second time (C2), which slows the start down and
   *     pays after some thousand bookings
   */
  static List<String> options(Service service, boolean optimized) {
    var options =
        new ArrayList<>(
            List.of(
                COLLECTOR,
                "-Xms48m",
                "-XX:MetaspaceSize=128m",
                "-Xmx" + service.heapMegabytes() + "m",
                "-Xss512k",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dcarelane.log.level=INFO"));
    if (service.light() || !optimized) {
      options.add("-XX:TieredStopAtLevel=1");
    }
    return options;
  }
}
