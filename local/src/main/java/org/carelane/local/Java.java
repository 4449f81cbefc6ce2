package org.carelane.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK this program runs on; the services run on the same. */
final class Java {

  /** An archive of classes is good only for the collector it was made with. */
  static final String COLLECTOR = "-XX:+UseSerialGC";

  private Java() {}

  static String executable() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * A heap that begins small, and room for classes before the first look for those to unload.
   *
   * @param optimized compile hot code a second time, which takes half of a start and pays after
   *     some thousand bookings
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
