package org.carelane.testservers;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How long a test waits for what must come, where it says nothing else: a machine that does ten
 * things at once is slow, not broken. JUnit finds this by {@code META-INF/services}.
 */
public final class Patience implements LauncherSessionListener {

  static final Duration DEFAULT = Duration.ofSeconds(60);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(DEFAULT);
  }
}
