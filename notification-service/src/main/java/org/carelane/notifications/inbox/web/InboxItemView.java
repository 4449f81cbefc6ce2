package org.carelane.notifications.inbox.web;

import java.time.Instant;
import org.carelane.notifications.inbox.InboxItem;
import org.jspecify.annotations.Nullable;

/**
 * @param startsAt of the appointment, for clients to show in their reader's zone
 * @param readAt {@code null} while it is unread
 */
public record InboxItemView(
    String id,
    InboxItem.Kind kind,
    String title,
    String text,
    String appointmentId,
    Instant startsAt,
    Instant createdAt,
    @Nullable Instant readAt) {

  public static InboxItemView of(InboxItem item) {
    return new InboxItemView(
        item.id(),
        item.kind(),
        item.title(),
        item.text(),
        item.appointmentId(),
        item.startsAt(),
        item.createdAt(),
        item.readAt());
  }
}
