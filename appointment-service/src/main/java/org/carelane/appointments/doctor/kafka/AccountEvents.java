package org.carelane.appointments.doctor.kafka;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.appointments.doctor.DoctorAccount;
import org.carelane.appointments.doctor.DoctorAccounts;
import org.carelane.messaging.BatchReceiver;
import org.carelane.messaging.Message;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Which accounts doctors have, and which of them are disabled. */
@Component
class AccountEvents {

  private static final String DOCTOR = "DOCTOR";

  private final BatchReceiver receiver;
  private final DoctorAccounts accounts;

  AccountEvents(BatchReceiver receiver, DoctorAccounts accounts) {
    this.receiver = receiver;
    this.accounts = accounts;
  }

  @KafkaListener(topics = "account.events", groupId = "${spring.application.name}.account.events")
  void on(List<ConsumerRecord<String, String>> records) {
    receiver.receive(records, AccountEvents::read, accounts::note);
  }

  static Optional<DoctorAccount> read(Message message) {
    return switch (message.contract()) {
      case "AccountRegistered.v1" -> message.as(AccountRegistered.class).ofDoctor();
      case "AccountUpdated.v1" -> Optional.of(message.as(AccountUpdated.class).account());
      default -> Optional.empty();
    };
  }

  /** The fields used. An account begins enabled. */
  record AccountRegistered(String accountId, List<String> roles, Instant occurredAt) {

    AccountRegistered {
      requireNonNull(accountId);
      requireNonNull(roles);
      requireNonNull(occurredAt);
    }

    /** Empty for others than doctors: an unknown account is no doctor's either. */
    Optional<DoctorAccount> ofDoctor() {
      return roles.contains(DOCTOR)
          ? Optional.of(new DoctorAccount(accountId, true, false, occurredAt))
          : Optional.empty();
    }
  }

  /** The fields used. */
  record AccountUpdated(
      String accountId, List<String> roles, boolean disabled, Instant occurredAt) {

    AccountUpdated {
      requireNonNull(accountId);
      requireNonNull(roles);
      requireNonNull(occurredAt);
    }

    DoctorAccount account() {
      return new DoctorAccount(accountId, roles.contains(DOCTOR), disabled, occurredAt);
    }
  }
}
