package org.carelane.notifications.notification;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A mail that was begun to be sent before its notification is stored.
 *
 * @param outcome what to store: as it was begun, if there was no answer in time
 * @param answer may be yet to come; empty if the mail's turn did not come in time
 */
record FirstAttempt(
    Notification begun, Notification outcome, CompletableFuture<Optional<MailAnswer>> answer) {

  boolean isAnswered() {
    return !outcome.equals(begun);
  }

  /** When it is stored: the answer, or else that of another attempt. */
  CompletableFuture<Optional<MailAnswer>> answerWhenStored(MailCalls calls) {
    return answer.thenCompose(
        it -> it.isPresent() ? CompletableFuture.completedFuture(it) : calls.sendStored(begun));
  }
}
