package org.carelane.notifications.inbox.kafka;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.messaging.BatchReceiver;
import org.carelane.messaging.Message;
import org.carelane.notifications.inbox.AppointmentEvent;
import org.carelane.notifications.inbox.AppointmentEvent.AppointmentCancelled;
import org.carelane.notifications.inbox.AppointmentEvent.AppointmentConfirmed;
import org.carelane.notifications.inbox.InboxProcess;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class AppointmentEvents {

  private final BatchReceiver receiver;
  private final InboxProcess process;

  AppointmentEvents(BatchReceiver receiver, InboxProcess process) {
    this.receiver = receiver;
    this.process = process;
  }

  @KafkaListener(
      topics = "appointment.events",
      groupId = "${spring.application.name}.appointment.events")
  void on(List<ConsumerRecord<String, String>> records) {
    receiver.receive(records, AppointmentEvents::read, process);
  }

  static Optional<AppointmentEvent> read(Message message) {
    return switch (message.contract()) {
      case "AppointmentConfirmed.v1" -> Optional.of(message.as(AppointmentConfirmed.class));
      case "AppointmentCancelled.v1" -> Optional.of(message.as(AppointmentCancelled.class));
      default -> Optional.empty();
    };
  }
}
