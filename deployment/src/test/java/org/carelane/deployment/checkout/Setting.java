package org.carelane.deployment.checkout;

/**
 * What can be set on a service.
 *
 * @param variable the environment variable that sets it
 * @param property its name for Spring
 * @param usual its value unless it is set, or empty
 * @param local the same with the profile for one machine, or empty
 * @param type Java's, or empty where only a placeholder is known
 */
public record Setting(String variable, String property, String usual, String local, String type) {

  /** Whether the variable is named after the property, not by a placeholder. */
  public boolean isNamedAfterProperty() {
    return variable.equals(EnvironmentVariable.of(property));
  }
}
