package org.carelane.payments.payment.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.messaging.Message;
import org.carelane.payments.payment.PaymentProcess;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class PaymentCommands {

  private final PaymentProcess process;

  PaymentCommands(PaymentProcess process) {
    this.process = process;
  }

  @KafkaListener(topics = "payment.commands")
  void on(ConsumerRecord<String, String> record) {
    var message = Message.of(record);
    switch (message.contract()) {
      case "TakePayment.v1" -> {
        var command = message.as(TakePayment.class);
        process.take(command.appointmentId(), command.order());
      }
      case "RefundPayment.v1" -> {
        var command = message.as(RefundPayment.class);
        process.refund(command.appointmentId(), command.order());
      }
      default -> {}
    }
  }
}
