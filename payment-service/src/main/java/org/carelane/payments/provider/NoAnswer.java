package org.carelane.payments.provider;

/** The provider did not answer in time, failed, or was not asked: what it did is unknown. */
public class NoAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoAnswer(Throwable cause) {
    super(cause.toString(), cause);
  }
}
