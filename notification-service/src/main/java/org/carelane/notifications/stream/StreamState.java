package org.carelane.notifications.stream;

/**
 * The content of {@code ready} and {@code reset}.
 *
 * @param accountId whose notifications come
 */
record StreamState(String accountId) {

  static StreamState of(String accountId) {
    return new StreamState(accountId);
  }
}
