package org.carelane.deadletters;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.carelane.rest.ProblemException;
import org.jspecify.annotations.Nullable;

/** What this service could not handle: of the topics it listens on, and of its own groups. */
public class DeadLetters {

  /** Which are asked for. */
  public enum Which {
    OPEN,
    SETTLED
  }

  /** A dead letter, and the record with all that is in it. */
  public record Found(DeadLetter letter, ParkedRecord record) {}

  private final DeadLetterTopics topics;
  private final ConsumedTopics consumed;

  DeadLetters(DeadLetterTopics topics, ConsumedTopics consumed) {
    this.topics = topics;
    this.consumed = consumed;
  }

  boolean listensOn(String topic) {
    return consumed.names().contains(topic);
  }

  /**
   * Those that were parked last come first.
   *
   * @param topic of that one only
   * @return empty for a topic this service does not listen on
   * @throws BrokerAway when Kafka does not answer
   * @throws ProblemException when the cursor is none of this list
   */
  public Optional<Page<DeadLetter>> page(Which which, @Nullable String topic, PageRequest request) {
    if (topic != null && !listensOn(topic)) {
      return Optional.empty();
    }
    var cursor = request.after();
    var last = cursor == null ? ParkingPlace.LAST : ParkingPlace.of(cursor);
    var letters =
        all(topic == null ? consumed.names() : List.of(topic))
            .filter(it -> it.isOpen() == (which == Which.OPEN))
            .filter(it -> ParkingPlace.of(it).compareTo(last) < 0)
            .sorted(comparing(ParkingPlace::of, reverseOrder()))
            .limit(request.fetch())
            .toList();
    return Optional.of(Page.of(letters, request, it -> ParkingPlace.of(it).toString()));
  }

  /** In the order in which they were parked. */
  List<DeadLetter> open(String topic) {
    return listensOn(topic) ? all(List.of(topic)).filter(DeadLetter::isOpen).toList() : List.of();
  }

  /**
   * @param offset on {@code <topic>.dlt}
   * @return empty also for another service's
   * @throws BrokerAway when Kafka does not answer
   */
  public Optional<Found> find(String topic, long offset) {
    return find(topic, Set.of(offset)).stream().findFirst();
  }

  /** In the order in which they were parked. */
  List<Found> find(String topic, Set<Long> offsets) {
    if (!listensOn(topic)) {
      return List.of();
    }
    var wanted = new ArrayList<ParkedRecord>();
    var letters = new Letters();
    topics.readAll(
        List.of(topic),
        record -> {
          letters.add(record);
          if (!record.isSettlement() && offsets.contains(record.offset())) {
            wanted.add(record);
          }
        });
    return wanted.stream()
        .map(record -> new Found(letters.of(record), record))
        .filter(found -> consumed.isOwn(found.letter()))
        .toList();
  }

  private Stream<DeadLetter> all(Collection<String> asked) {
    var letters = new Letters();
    topics.readAll(asked, letters::add);
    return letters.stream().filter(consumed::isOwn);
  }
}
