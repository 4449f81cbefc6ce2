package org.carelane.notifications.letter;

/** Where doctor and patient meet. */
public enum VisitMode {
  IN_PERSON,
  VIDEO
}
