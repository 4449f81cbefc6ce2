package org.carelane.rest;

/**
 * Knows the failures of a part that a service needs, such as its database. They say nothing about
 * the request, which may be sent again.
 */
public interface Outage {

  boolean isCauseOf(Throwable failure);
}
