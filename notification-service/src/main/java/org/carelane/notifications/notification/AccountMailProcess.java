package org.carelane.notifications.notification;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import org.carelane.documents.CompareAndSet;
import org.carelane.messaging.BatchHandler;
import org.carelane.messaging.Traces;
import org.carelane.notifications.mail.Smtp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Sends mails about accounts, one for each command however often it comes. */
@Component
public class AccountMailProcess implements BatchHandler<AccountMailCommand> {

  private static final Logger log = LoggerFactory.getLogger(AccountMailProcess.class);

  private final AccountMails mails;
  private final MailSenders senders;
  private final MailOutage outage;
  private final Smtp smtp;
  private final DeliveryProperties properties;
  private final PublicUrl site;
  private final Traces traces;
  private final Clock clock;

  AccountMailProcess(
      AccountMails mails,
      MailSenders senders,
      MailOutage outage,
      Smtp smtp,
      DeliveryProperties properties,
      PublicUrl site,
      Traces traces,
      Clock clock) {
    this.mails = mails;
    this.senders = senders;
    this.outage = outage;
    this.smtp = smtp;
    this.properties = properties;
    this.site = site;
    this.traces = traces;
    this.clock = clock;
  }

  /** Returns when the mail is stored, without waiting until it is sent. */
  @Override
  public void handle(AccountMailCommand command) {
    var now = clock.instant();
    if (!command.expiresAt().isAfter(now)) {
      log.info("{} came too late", command.commandId());
      return;
    }
    boolean mine = senders.hasRoom() && !outage.isAway();
    var begun =
        AccountMail.begun(
            command, site, traces.current(), mine ? now.plus(properties.claimFor()) : now);
    try {
      var saved = mails.save(begun);
      if (mine) {
        send(saved);
      }
    } catch (DuplicateKeyException e) {
      log.debug("{} came again", command.commandId());
    }
  }

  /** Resumes a mail that is due, unless another process just did. */
  void resume(AccountMail due) {
    var now = clock.instant();
    var claimed = mails.save(due.claimed(now, now.plus(properties.claimFor())));
    if (claimed.hasEnded()) {
      note(claimed);
    } else {
      send(claimed);
    }
  }

  /** If the service stops before the mail is sent, it is due at once for another process. */
  private void send(AccountMail claimed) {
    senders
        .inTurn(() -> traces.within(claimed.traceparent(), () -> attempt(claimed)))
        .exceptionallyCompose(
            e ->
                e instanceof RejectedExecutionException
                    ? giveBack(claimed)
                    : CompletableFuture.failedFuture(e))
        .thenAccept(answer -> answer.ifPresent(it -> apply(claimed, it)))
        .exceptionally(
            e -> {
              log.warn("{} is left for later: {}", claimed.id(), e.toString());
              return null;
            });
  }

  /** Empty if it was claimed by another process before its turn, or has expired. */
  private Optional<MailAnswer> attempt(AccountMail claimed) {
    if (!leavesTimeToSend(claimed)
        || mails.find(claimed.id()).filter(claimed::hasSameClaimAs).isEmpty()) {
      return Optional.empty();
    }
    if (!outage.letsThrough()) {
      return Optional.of(new MailAnswer.ServerAway("not tried", clock.instant()));
    }
    var answer = MailAnswer.of(smtp.send(claimed.mail()), clock.instant());
    outage.heard(answer);
    return Optional.of(answer);
  }

  /** An attempt may take up to half of the claim. */
  private boolean leavesTimeToSend(AccountMail claimed) {
    var now = clock.instant();
    var half = properties.claimFor().dividedBy(2);
    return claimed.expiresAt().isAfter(now)
        && claimed.state() instanceof AccountMailState.Waiting waiting
        && now.isBefore(waiting.nextAttemptAt().minus(half));
  }

  private CompletableFuture<Optional<MailAnswer>> giveBack(AccountMail claimed) {
    var now = clock.instant();
    change(claimed.id(), known -> known.hasSameClaimAs(claimed) ? known.claimed(now, now) : known);
    return CompletableFuture.completedFuture(Optional.empty());
  }

  private void apply(AccountMail sent, MailAnswer answer) {
    traces.within(
        sent.traceparent(),
        () -> {
          change(sent.id(), known -> known.on(answer, properties)).ifPresent(this::note);
          return null;
        });
  }

  /**
   * @return what was saved, if anything changed
   */
  private Optional<AccountMail> change(String id, UnaryOperator<AccountMail> decide) {
    return CompareAndSet.repeat(
        () ->
            mails
                .find(id)
                .flatMap(
                    before -> {
                      var after = decide.apply(before);
                      return after.equals(before)
                          ? Optional.empty()
                          : Optional.of(mails.save(after));
                    }));
  }

  private void note(AccountMail saved) {
    if (saved.hasEnded()) {
      log.info(
          "{} of account {}: {} after {} attempts",
          saved.id(),
          saved.accountId(),
          saved.state(),
          saved.attempts().size());
    }
  }
}
