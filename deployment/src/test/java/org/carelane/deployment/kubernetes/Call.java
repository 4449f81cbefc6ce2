package org.carelane.deployment.kubernetes;

/**
 * One pod opens a connection to another.
 *
 * @param from a workload of Carelane, or "namespace x"
 * @param to the same, or "outside"
 */
record Call(String from, String to, int port) implements Comparable<Call> {

  static final String OUTSIDE = "outside";

  static String namespace(String name) {
    return "namespace " + name;
  }

  @Override
  public int compareTo(Call other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return from + " -> " + to + ":" + port;
  }
}
