package org.carelane.notifications.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carelane.messaging.BatchHandler;
import org.carelane.messaging.Received;
import org.springframework.stereotype.Component;

/**
 * Adds items about appointments to the inboxes of doctors and patients. Existing items are not
 * written again.
 */
@Component
public class InboxProcess implements BatchHandler<AppointmentEvent> {

  private final Inbox inbox;

  InboxProcess(Inbox inbox) {
    this.inbox = inbox;
  }

  /** In order: the items of one event count as present for the next. */
  @Override
  public List<Received<AppointmentEvent>> handleAll(List<Received<AppointmentEvent>> batch) {
    var present = present(batch.stream().map(Received::content).toList());
    var added = new ArrayList<InboxItem>();
    for (var event : batch) {
      var items = event.content().newItems(present);
      items.forEach(item -> present.add(item.id()));
      added.addAll(items);
    }
    inbox.add(added);
    return List.of();
  }

  @Override
  public void handle(AppointmentEvent event) {
    inbox.add(event.newItems(present(List.of(event))));
  }

  private Set<String> present(List<AppointmentEvent> events) {
    return inbox.present(events.stream().flatMap(it -> it.itemIds().stream()).distinct().toList());
  }
}
