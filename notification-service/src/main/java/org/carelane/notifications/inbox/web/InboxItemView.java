package org.carelane.notifications.inbox.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.carelane.notifications.inbox.InboxItem;
import org.jspecify.annotations.Nullable;

/**
 * A notification.
 *
 * @param title in English
 * @param text in English, in the doctor's time
 * @param startsAt of the appointment, for clients to show in their reader's zone
 * @param readAt null while it is unread
 */
@Schema(
    example =
        """
        {"id": "018f5d21-8e4f-7a61-9b27-c3d0f7e5a814", "kind": "APPOINTMENT_CONFIRMED",
         "title": "Appointment confirmed",
         "text": "Your appointment with Dr. Astrid Lindqvist is confirmed.",
         "appointmentId": "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74", "startsAt": "2027-03-15T08:00:00Z",
         "createdAt": "2027-03-01T10:15:53.215Z", "readAt": "2027-03-01T10:20:00Z"}\
        """)
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
