package org.carelane.messaging;

import java.time.Clock;
import org.carelane.rest.Ids;

/** Creates the messages an aggregate puts into its outbox. */
public class Messages {

  private static final int VERSION = 1;

  private final Traces traces;
  private final Clock clock;

  public Messages(Traces traces, Clock clock) {
    this.traces = traces;
    this.clock = clock;
  }

  /** The payload's simple class name is the message's type; its schema is in {@code contracts/}. */
  public OutboxMessage message(String topic, String key, Record payload) {
    return new OutboxMessage(
        Ids.next(),
        topic,
        key,
        payload.getClass().getSimpleName(),
        VERSION,
        Message.JSON.writeValueAsString(payload),
        traces.current(),
        clock.instant());
  }
}
