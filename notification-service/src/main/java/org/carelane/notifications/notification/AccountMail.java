package org.carelane.notifications.notification;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.carelane.notifications.letter.RenderedLetter;
import org.carelane.notifications.mail.Mail;
import org.carelane.notifications.notification.AccountMailState.Expired;
import org.carelane.notifications.notification.AccountMailState.NotDelivered;
import org.carelane.notifications.notification.AccountMailState.Sent;
import org.carelane.notifications.notification.AccountMailState.Waiting;
import org.carelane.notifications.notification.MailAnswer.Accepted;
import org.carelane.notifications.notification.MailAnswer.Failed;
import org.carelane.notifications.notification.MailAnswer.Rejected;
import org.carelane.notifications.notification.MailAnswer.ServerAway;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An e-mail about an account. Nobody waits for its outcome, and after its token has expired it is
 * not sent any more. Nothing changes a final state.
 *
 * @param id the command's
 * @param expiresAt when its token expires
 * @param attempts all that were made, oldest first
 * @param traceparent the trace of the command, in which the mail is sent
 */
@Document(AccountMail.COLLECTION)
@TypeAlias("account-mail")
@CompoundIndex(name = "due", def = "{'state.nextAttemptAt': 1}", sparse = true)
record AccountMail(
    @Id String id,
    @Version @Nullable Long version,
    String accountId,
    AccountMailState state,
    @Indexed Instant expiresAt,
    List<Attempt> attempts,
    @Nullable String traceparent) {

  static final String COLLECTION = "account_mails";

  /**
   * @param nextAttemptAt until when the first attempt is reserved for this process
   */
  static AccountMail begun(
      AccountMailCommand command,
      PublicUrl site,
      @Nullable String traceparent,
      Instant nextAttemptAt) {
    return new AccountMail(
        command.commandId(),
        null,
        command.accountId(),
        new Waiting(command.email(), command.letter(site), nextAttemptAt),
        command.expiresAt(),
        List.of(),
        traceparent);
  }

  boolean hasEnded() {
    return !(state instanceof Waiting);
  }

  /** Reserves the next attempt for this process until then, or ends it if that is too late. */
  AccountMail claimed(Instant now, Instant until) {
    return switch (state) {
      case Waiting waiting ->
          expiresAt.isAfter(now) ? with(waiting.until(until)) : with(new Expired(now));
      case Sent _, NotDelivered _, Expired _ -> this;
    };
  }

  /** Whether nobody else has tried or claimed it in between. */
  boolean hasSameClaimAs(AccountMail other) {
    return state instanceof Waiting mine
        && other.state instanceof Waiting theirs
        && mine.nextAttemptAt().equals(theirs.nextAttemptAt());
  }

  AccountMail on(MailAnswer answer, DeliveryProperties limits) {
    return switch (state) {
      case Waiting waiting -> on(answer, waiting, limits);
      case Sent _, NotDelivered _, Expired _ -> this;
    };
  }

  private AccountMail on(MailAnswer answer, Waiting waiting, DeliveryProperties limits) {
    return switch (answer) {
      case Accepted(var at) -> tried(answer, new Sent(at));
      case ServerAway(_, var at) -> with(waiting.until(at));
      case Rejected(_, var at) -> tried(answer, new NotDelivered(at));
      case Failed(_, _, var at) -> {
        int failures = attempts.size() + 1;
        yield tried(
            answer,
            failures < limits.attempts()
                ? waiting.until(at.plus(limits.backoffAfter(failures)))
                : new NotDelivered(at));
      }
    };
  }

  /** The mail to send, the same for every attempt. */
  Mail mail() {
    if (!(state instanceof Waiting(var address, var letter, _))) {
      throw new IllegalStateException(id + " is not to be sent");
    }
    var rendered = RenderedLetter.of(letter, null);
    return new Mail(id, address, null, rendered.subject(), rendered.text(), rendered.html());
  }

  private AccountMail tried(MailAnswer answer, AccountMailState next) {
    var attempt = new Attempt(answer.at(), answer.result());
    var all = Stream.concat(attempts.stream(), Stream.of(attempt)).toList();
    return new AccountMail(id, version, accountId, next, expiresAt, all, traceparent);
  }

  private AccountMail with(AccountMailState next) {
    return new AccountMail(id, version, accountId, next, expiresAt, attempts, traceparent);
  }
}
