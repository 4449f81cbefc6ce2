package org.carelane.chat.conversation;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.Collection;
import org.carelane.messaging.BatchHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens the conversations of doctors who got their account after appointments with them were
 * confirmed. An appointment stores its pair and then looks for the account; an account is stored
 * and then the pairs are looked for. So whichever comes last opens the conversation.
 */
@Component
public class LaterAccounts implements BatchHandler<DoctorAccountSet> {

  private static final Logger log = LoggerFactory.getLogger(LaterAccounts.class);

  private final Pairs pairs;
  private final Conversations conversations;
  private final Clock clock;

  LaterAccounts(Pairs pairs, Conversations conversations, Clock clock) {
    this.pairs = pairs;
    this.conversations = conversations;
    this.clock = clock;
  }

  @Override
  public void handle(DoctorAccountSet event) {
    pairs.setAccount(event.doctorId(), event.accountId());
    try (var waiting = pairs.of(event.doctorId())) {
      waiting.forEach(pair -> begin(pair, event.accountId()));
    }
    conversations
        .named(event.doctorId())
        .forEach(conversation -> begin(pairOf(conversation, event), event.accountId()));
  }

  /** Pairs whose doctor had no account when the appointment was requested. */
  void await(Collection<Pair> withoutAccount) {
    if (withoutAccount.isEmpty()) {
      return;
    }
    pairs.add(withoutAccount);
    var accounts = pairs.accounts(withoutAccount.stream().map(Pair::doctorId).collect(toSet()));
    for (var pair : withoutAccount) {
      var account = accounts.get(pair.doctorId());
      if (account != null) {
        begin(pair, account);
      }
    }
  }

  private void begin(Pair pair, String accountId) {
    pair.conversation(accountId, clock.instant())
        .filter(conversations::begin)
        .ifPresent(it -> log.info("Conversation {} begun: the doctor has an account", it.id()));
  }

  /**
   * Releases before this one opened a conversation with the profile's id, in which nobody answers.
   */
  private static Pair pairOf(Conversation conversation, DoctorAccountSet event) {
    var doctor = conversation.party(conversation.sideOf(event.doctorId()));
    var patient = conversation.otherThan(event.doctorId());
    return Pair.of(
        event.doctorId(),
        doctor.name(),
        patient.accountId(),
        patient.name(),
        conversation.namedAt());
  }
}
