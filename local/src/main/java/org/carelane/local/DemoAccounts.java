package org.carelane.local;

import java.util.Map;

/** The accounts of a new local fleet. The passwords are no secrets: it listens on loopback only. */
final class DemoAccounts {

  record Account(String email, String password) {}

  static final Account DOCTOR = new Account("doctor@carelane.example", "carelane-demo-doctor");
  static final Account PATIENT = new Account("patient@carelane.example", "carelane-demo-patient");

  private DemoAccounts() {}

  static Account admin(Map<String, String> environment) {
    return new Account(adminEmail(environment), adminPassword(environment));
  }

  static String adminEmail(Map<String, String> environment) {
    return environment.getOrDefault("CARELANE_AUTH_ADMIN_EMAIL", "admin@carelane.example");
  }

  static String adminPassword(Map<String, String> environment) {
    return environment.getOrDefault("CARELANE_AUTH_ADMIN_PASSWORD", "carelane-demo-admin");
  }
}
