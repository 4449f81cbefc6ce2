package org.carelane.chat.conversation;

/**
 * @param name as in the latest confirmed appointment of the pair
 * @param read position up to which this party has read
 */
public record Party(String accountId, String name, Position read) {

  static Party of(String accountId, String name) {
    return new Party(accountId, name, Position.START);
  }
}
