package org.carelane.notifications.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carelane.notifications.inbox.InboxItem;

/**
 * What a client has of its account's notifications: all that were added long enough before a time,
 * and some of those around it, which are named. Instances add items at the same time, and their
 * clocks differ a little, so the time alone would not tell.
 *
 * <p>An event has two parts, the notification and the change of the appointment. One of which only
 * the first was sent is named with a mark.
 *
 * @param time the latest at which an item that the client has was added
 * @param named when they were added, by name, the oldest first
 */
record StreamPosition(Instant time, Map<String, Instant> named) {

  /** How long after an item another may be added that counts as earlier. */
  static final Duration MARGIN = Duration.ofSeconds(30);

  private static final int MOST_NAMED = 60;
  private static final int NAME = 12;
  private static final String HALF = "-";
  private static final Pattern SYNTAX =
      Pattern.compile("(\\d{1,15})((?:\\.[0-9a-f]{" + NAME + "}-?){0," + MOST_NAMED + "})");

  /** Of one who has all of these, and whatever is older. */
  static StreamPosition having(List<InboxItem> items, Instant now) {
    var position = new StreamPosition(now, Map.of());
    for (var item : items) {
      position = position.with(item, true);
    }
    return position;
  }

  /** Reads what {@link #toString} wrote; empty if the text is something else. */
  static Optional<StreamPosition> parse(String text) {
    var parts = SYNTAX.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var time = Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
    Map<String, Instant> named = new LinkedHashMap<>();
    for (var name : parts.group(2).split("\\.")) {
      if (!name.isEmpty()) {
        named.put(name, time);
      }
    }
    return Optional.of(new StreamPosition(time, named));
  }

  /** Since when items may be missing. */
  Instant completeUntil() {
    return time.minus(MARGIN);
  }

  boolean has(InboxItem item) {
    return item.added().isBefore(completeUntil()) || named.containsKey(name(item));
  }

  /** Whether the notification was sent, and not yet what became of the appointment. */
  boolean hasHalf(InboxItem item) {
    return named.containsKey(name(item) + HALF);
  }

  /**
   * @param whole whether both parts were sent
   */
  StreamPosition with(InboxItem item, boolean whole) {
    var latest = item.added().isAfter(time) ? item.added() : time;
    Map<String, Instant> known = new LinkedHashMap<>(named);
    known.remove(name(item) + HALF);
    known.put(whole ? name(item) : name(item) + HALF, item.added());
    known.values().removeIf(added -> added.isBefore(latest.minus(MARGIN)));
    var oldest = new ArrayList<>(known.keySet());
    oldest.subList(0, Math.max(0, oldest.size() - MOST_NAMED)).forEach(known::remove);
    return new StreamPosition(latest, known);
  }

  private static String name(InboxItem item) {
    return item.id().replace("-", "").substring(0, NAME);
  }

  @Override
  public String toString() {
    var text = new StringBuilder().append(time.toEpochMilli());
    named.keySet().forEach(name -> text.append('.').append(name));
    return text.toString();
  }
}
