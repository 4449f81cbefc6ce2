package org.carelane.chat.live;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.simp.broker.SimpleBrokerMessageHandler;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ExecutorChannelInterceptor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

/**
 * Sends STOMP receipts, which Spring's simple broker does not. A client needs the receipt of its
 * SUBSCRIBE: it reads messages sent before that by REST, and gets later ones live.
 */
@Component
class Receipts implements ExecutorChannelInterceptor {

  private static final byte[] EMPTY = {};

  private final MessageChannel toClients;

  Receipts(@Lazy @Qualifier("clientOutboundChannel") MessageChannel toClients) {
    this.toClients = toClients;
  }

  @Override
  public void afterMessageHandled(
      Message<?> message, MessageChannel channel, MessageHandler handler, @Nullable Exception e) {
    var frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
    if (e == null && frame != null && handler instanceof SimpleBrokerMessageHandler) {
      switch (frame.getCommand()) {
        case SUBSCRIBE, UNSUBSCRIBE -> confirm(frame);
        case null, default -> {}
      }
    }
  }

  /** Confirms that a frame was handled, if it asks for a receipt. */
  void confirm(StompHeaderAccessor frame) {
    var wanted = frame.getReceipt();
    if (wanted != null) {
      var receipt = StompHeaderAccessor.create(StompCommand.RECEIPT);
      receipt.setReceiptId(wanted);
      receipt.setSessionId(Objects.requireNonNull(frame.getSessionId()));
      receipt.setLeaveMutable(true);
      toClients.send(MessageBuilder.createMessage(EMPTY, receipt.getMessageHeaders()));
    }
  }
}
