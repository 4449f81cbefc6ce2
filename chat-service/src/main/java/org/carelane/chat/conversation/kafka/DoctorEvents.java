package org.carelane.chat.conversation.kafka;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.chat.conversation.DoctorAccountSet;
import org.carelane.chat.conversation.LaterAccounts;
import org.carelane.messaging.BatchReceiver;
import org.carelane.messaging.Message;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Doctors who can take part from now on. */
@Component
class DoctorEvents {

  private final BatchReceiver receiver;
  private final LaterAccounts accounts;

  DoctorEvents(BatchReceiver receiver, LaterAccounts accounts) {
    this.receiver = receiver;
    this.accounts = accounts;
  }

  @KafkaListener(topics = "doctor.events", groupId = "${spring.application.name}.doctor.events")
  void on(List<ConsumerRecord<String, String>> records) {
    receiver.receive(records, DoctorEvents::read, accounts);
  }

  static Optional<DoctorAccountSet> read(Message message) {
    return switch (message.contract()) {
      case "DoctorAccountSet.v1" -> Optional.of(message.as(DoctorAccountSet.class));
      default -> Optional.empty();
    };
  }
}
