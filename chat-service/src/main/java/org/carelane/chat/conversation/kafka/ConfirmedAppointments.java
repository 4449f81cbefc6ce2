package org.carelane.chat.conversation.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.chat.conversation.Acquaintance;
import org.carelane.chat.conversation.Acquaintance.Person;
import org.carelane.messaging.Message;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** A cancelled appointment leaves the conversation: there may be things to settle. */
@Component
class ConfirmedAppointments {

  private final Acquaintance acquaintance;

  ConfirmedAppointments(Acquaintance acquaintance) {
    this.acquaintance = acquaintance;
  }

  @KafkaListener(topics = "appointment.events")
  void on(ConsumerRecord<String, String> record) {
    var message = Message.of(record);
    switch (message.contract()) {
      case "AppointmentConfirmed.v1" -> introduce(message.as(AppointmentConfirmed.class));
      default -> {}
    }
  }

  private void introduce(AppointmentConfirmed event) {
    acquaintance.of(
        event.appointmentId(),
        new Person(event.doctorId(), event.doctorName()),
        new Person(event.patientId(), event.patientName()),
        event.occurredAt());
  }
}
