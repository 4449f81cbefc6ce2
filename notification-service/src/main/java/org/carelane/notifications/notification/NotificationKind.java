package org.carelane.notifications.notification;

public enum NotificationKind {
  /** The booking waits for its outcome. */
  CONFIRMATION,
  /** Nobody waits for its outcome. */
  CANCELLATION
}
