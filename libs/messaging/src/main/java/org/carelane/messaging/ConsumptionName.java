package org.carelane.messaging;

import org.springframework.kafka.support.micrometer.KafkaListenerObservation.DefaultKafkaListenerObservationConvention;
import org.springframework.kafka.support.micrometer.KafkaRecordReceiverContext;

/** The span in which a message is handled is named after its type, not only after its topic. */
class ConsumptionName extends DefaultKafkaListenerObservationConvention {

  @Override
  public String getContextualName(KafkaRecordReceiverContext context) {
    var type = Message.type(context.getRecord().headers());
    return type == null ? super.getContextualName(context) : type + " process";
  }
}
