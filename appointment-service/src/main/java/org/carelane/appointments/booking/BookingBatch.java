package org.carelane.appointments.booking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carelane.appointments.booking.BookingCommand.BookSlot;
import org.carelane.appointments.booking.BookingState.RolledBack;
import org.carelane.appointments.booking.BookingState.Undoing;
import org.carelane.appointments.schedule.Slots;
import org.carelane.messaging.Received;

/**
 * Applies the answers of a batch with one query, one bulk write of slots and one of bookings. What
 * is unusual is left to be handled one by one: sagas that are undone, several answers to one saga,
 * and all whose bulk write met somebody else's. Handling such an answer again changes nothing.
 */
final class BookingBatch {

  private final Bookings bookings;
  private final Slots slots;
  private final BookingMetrics metrics;
  private final BookingProcess process;
  private final List<Received<BookingAnswer>> left = new ArrayList<>();

  BookingBatch(Bookings bookings, Slots slots, BookingMetrics metrics, BookingProcess process) {
    this.bookings = bookings;
    this.slots = slots;
    this.metrics = metrics;
    this.process = process;
  }

  /** A booking on its way from one saved state to the next. */
  private record Move(Received<BookingAnswer> cause, Booking before, Booking after) {

    Move advanced(BookingProcess process) {
      return new Move(cause, before, cause.within(() -> process.advance(after, _ -> true)));
    }
  }

  /**
   * @return the answers that are left
   */
  List<Received<BookingAnswer>> handle(List<Received<BookingAnswer>> batch) {
    save(withTheirSlotsBooked(moves(batch)).stream().map(it -> it.advanced(process)).toList());
    return left;
  }

  private List<Move> moves(List<Received<BookingAnswer>> batch) {
    var byBooking = batch.stream().collect(Collectors.groupingBy(it -> it.content().bookingId()));
    Map<String, Booking> found =
        bookings.find(byBooking.keySet()).stream()
            .collect(Collectors.toMap(Booking::id, Function.identity()));
    var moves = new ArrayList<Move>();
    byBooking.forEach(
        (id, answers) -> {
          var before = found.get(id);
          if (before != null && answers.size() == 1) {
            move(answers.getFirst(), before, moves);
          } else if (before != null) {
            left.addAll(answers);
          }
        });
    return moves;
  }

  private void move(Received<BookingAnswer> answer, Booking before, List<Move> moves) {
    var after = before.on(answer.content().reply(), process.now());
    if (after.state() instanceof Undoing || after.state() instanceof RolledBack) {
      left.add(answer);
    } else if (!after.state().equals(before.state())) {
      moves.add(new Move(answer, before, after));
    } else if (!after.equals(before)) {
      left.add(answer);
    }
  }

  private List<Move> withTheirSlotsBooked(List<Move> moves) {
    var toBook =
        moves.stream()
            .map(Move::after)
            .filter(it -> it.command().orElse(null) instanceof BookSlot)
            .collect(Collectors.toMap(Booking::id, Booking::slot));
    if (toBook.isEmpty() || slots.bookAll(toBook)) {
      return moves;
    }
    moves.forEach(it -> left.add(it.cause()));
    return List.of();
  }

  private void save(List<Move> moves) {
    Set<String> lost =
        bookings.save(moves.stream().map(Move::after).toList()).stream()
            .map(Booking::id)
            .collect(Collectors.toCollection(HashSet::new));
    for (var move : moves) {
      if (lost.contains(move.after().id())) {
        left.add(move.cause());
      } else {
        move.cause().within(() -> metrics.moved(move.before(), move.after()));
      }
    }
  }
}
