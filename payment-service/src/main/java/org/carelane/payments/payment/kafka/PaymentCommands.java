package org.carelane.payments.payment.kafka;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.messaging.BatchReceiver;
import org.carelane.messaging.Message;
import org.carelane.payments.payment.PaymentBatch;
import org.carelane.payments.payment.PaymentCommand;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class PaymentCommands {

  private final BatchReceiver receiver;
  private final PaymentBatch batch;

  PaymentCommands(BatchReceiver receiver, PaymentBatch batch) {
    this.receiver = receiver;
    this.batch = batch;
  }

  @KafkaListener(
      topics = "payment.commands",
      groupId = "${spring.application.name}.payment.commands")
  void on(List<ConsumerRecord<String, String>> records) {
    receiver.receive(records, PaymentCommands::read, batch);
  }

  private static Optional<PaymentCommand> read(Message message) {
    return switch (message.contract()) {
      case "TakePayment.v1" -> Optional.of(message.as(TakePayment.class).command());
      case "RefundPayment.v1" -> Optional.of(message.as(RefundPayment.class).command());
      default -> Optional.empty();
    };
  }
}
