package org.carelane.chat.conversation.kafka;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.chat.conversation.AppointmentConfirmed;
import org.carelane.chat.conversation.ConversationProcess;
import org.carelane.messaging.BatchReceiver;
import org.carelane.messaging.Message;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Cancelled appointments are ignored: the two may still have something to settle. */
@Component
class AppointmentEvents {

  private final BatchReceiver receiver;
  private final ConversationProcess process;

  AppointmentEvents(BatchReceiver receiver, ConversationProcess process) {
    this.receiver = receiver;
    this.process = process;
  }

  @KafkaListener(
      topics = "appointment.events",
      groupId = "${spring.application.name}.appointment.events")
  void on(List<ConsumerRecord<String, String>> records) {
    receiver.receive(records, AppointmentEvents::read, process);
  }

  static Optional<AppointmentConfirmed> read(Message message) {
    return switch (message.contract()) {
      case "AppointmentConfirmed.v1" -> Optional.of(message.as(AppointmentConfirmed.class));
      default -> Optional.empty();
    };
  }
}
