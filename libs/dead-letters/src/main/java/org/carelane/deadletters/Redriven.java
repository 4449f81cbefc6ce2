package org.carelane.deadletters;

/** What became of the wish to settle one dead letter. */
public sealed interface Redriven {

  /** As it was wished, now or before. */
  record Settled(DeadLetter letter) implements Redriven {}

  /** It was settled before in the other way. */
  record SettledOtherwise(DeadLetter letter) implements Redriven {}

  /** There is none, or it is another service's. */
  record Missing() implements Redriven {}
}
