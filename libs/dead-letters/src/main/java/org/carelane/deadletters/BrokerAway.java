package org.carelane.deadletters;

/** Kafka has not answered in time. What was to be written may have been written all the same. */
public class BrokerAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokerAway(Throwable cause) {
    super(cause);
  }
}
