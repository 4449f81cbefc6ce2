package org.carelane.bench;

/** What a run can be told: {@code -Drate=40 -Dseconds=60 -Dgateway=http://localhost:8080}. */
final class Settings {

  static final String GATEWAY = System.getProperty("gateway", "http://localhost:8080");
  static final String ADMIN_EMAIL = System.getProperty("admin", "admin@carelane.example");
  static final String ADMIN_PASSWORD = System.getProperty("password", "carelane-demo-admin");

  /**
   * Read as a whole, before and after, for what a booking leaves behind. Empty to leave that out: a
   * database of some ten thousand bookings is too large for it.
   */
  static final String MONGODB = System.getProperty("mongodb", "");

  static final String KAFKA = System.getProperty("kafka", "localhost:9092");

  /** Bookings begun per second. */
  static final int RATE = Integer.getInteger("rate", 40);

  static final int WARM_UP_SECONDS = Integer.getInteger("warmup", 20);
  static final int SECONDS = Integer.getInteger("seconds", 60);

  /** Readers at once. */
  static final int READERS = Integer.getInteger("readers", 16);

  /** Whether the cost of a booking is written into docs/performance.md. */
  static final boolean WRITE = Boolean.getBoolean("write");

  private Settings() {}
}
