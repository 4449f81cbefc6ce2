package org.carelane.notifications.notification;

public enum UndeliverableReason {
  NO_ADDRESS,
  REJECTED,
  UNREACHABLE,
  WITHDRAWN
}
