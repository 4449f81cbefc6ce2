package org.carelane.notifications.inbox.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.messaging.Message;
import org.carelane.notifications.inbox.Announcements;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class AppointmentEvents {

  private final Announcements announcements;

  AppointmentEvents(Announcements announcements) {
    this.announcements = announcements;
  }

  @KafkaListener(topics = "appointment.events")
  void on(ConsumerRecord<String, String> record) {
    var message = Message.of(record);
    switch (message.contract()) {
      case "AppointmentConfirmed.v1" ->
          announcements.of(message.as(AppointmentConfirmed.class).news());
      case "AppointmentCancelled.v1" ->
          announcements.of(message.as(AppointmentCancelled.class).news());
      default -> {}
    }
  }
}
