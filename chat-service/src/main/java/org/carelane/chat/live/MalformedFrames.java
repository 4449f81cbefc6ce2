package org.carelane.chat.live;

import org.carelane.chat.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.messaging.StompSubProtocolErrorHandler;

/**
 * Answers malformed and too large frames. The exception's text may quote the frame, so it is not
 * sent.
 */
@Component
class MalformedFrames extends StompSubProtocolErrorHandler {

  private static final Logger log = LoggerFactory.getLogger(MalformedFrames.class);

  private final ErrorFrames errors;

  MalformedFrames(ErrorFrames errors) {
    this.errors = errors;
  }

  @Override
  public Message<byte[]> handleClientMessageProcessingError(
      @Nullable Message<byte[]> clientMessage, Throwable e) {
    log.info("Malformed frame: {}", e.getClass().getSimpleName());
    return errors.of(Problems.malformedFrame());
  }

  @Override
  public Message<byte[]> handleErrorMessageToClient(Message<byte[]> error) {
    return error;
  }
}
