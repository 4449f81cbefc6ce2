package org.carelane.appointments.booking;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import org.carelane.appointments.booking.BookingCommand.BookSlot;
import org.carelane.appointments.booking.BookingState.RolledBack;
import org.carelane.appointments.booking.BookingState.Running;
import org.carelane.appointments.booking.BookingState.Succeeded;
import org.carelane.appointments.booking.BookingState.Undoing;
import org.carelane.appointments.schedule.Slots;
import org.carelane.messaging.BatchHandler;
import org.carelane.messaging.Received;
import org.springframework.stereotype.Component;

/**
 * Applies the replies of one poll with one query, one bulk write of slots and one of bookings.
 * Handled one by one: replies that undo a saga, several replies to one saga, all if a slot could
 * not be booked, and those whose booking another process saved meanwhile.
 */
@Component
public class BookingBatch implements BatchHandler<BookingAnswer> {

  private final BookingProcess process;
  private final Bookings bookings;
  private final Slots slots;

  BookingBatch(BookingProcess process, Bookings bookings, Slots slots) {
    this.process = process;
    this.bookings = bookings;
    this.slots = slots;
  }

  /** A booking before and after its reply. */
  private record Move(Received<BookingAnswer> answer, Booking before, Booking after) {

    boolean changesNothing() {
      return after.equals(before);
    }

    boolean leadsOn() {
      return switch (after.state()) {
        case Running _ -> !after.state().equals(before.state());
        case Succeeded _ -> true;
        case Undoing _, RolledBack _ -> false;
      };
    }

    boolean wantsItsSlotBooked() {
      return after.command().orElse(null) instanceof BookSlot;
    }
  }

  @Override
  public void handle(BookingAnswer answer) {
    process.handle(answer);
  }

  @Override
  public List<Received<BookingAnswer>> handleAll(List<Received<BookingAnswer>> batch) {
    var byBooking = batch.stream().collect(groupingBy(it -> it.content().bookingId()));
    var found = bookings.find(byBooking.keySet()).stream().collect(toMap(Booking::id, identity()));
    var left = new ArrayList<Received<BookingAnswer>>();
    var moves = new ArrayList<Move>();
    byBooking.forEach(
        (id, answers) -> {
          var booking = found.get(id);
          if (booking == null) {
            return; // never stored: nothing waits for the answer
          }
          var move = move(answers.getFirst(), booking);
          if (answers.size() > 1) {
            left.addAll(answers);
          } else if (move.leadsOn()) {
            moves.add(move);
          } else if (!move.changesNothing()) {
            left.add(move.answer());
          }
        });
    left.addAll(save(moves));
    return left;
  }

  private Move move(Received<BookingAnswer> answer, Booking before) {
    return new Move(answer, before, before.on(answer.content().reply(), process.now()));
  }

  /**
   * @return the answers whose bookings were not saved
   */
  private List<Received<BookingAnswer>> save(List<Move> moves) {
    if (!bookSlots(moves)) {
      return moves.stream().map(Move::answer).toList();
    }
    var advanced = moves.stream().map(this::advance).toList();
    var lost =
        bookings.save(advanced.stream().map(Move::after).toList()).stream()
            .map(Booking::id)
            .collect(toSet());
    var left = new ArrayList<Received<BookingAnswer>>();
    for (var move : advanced) {
      if (lost.contains(move.after().id())) {
        left.add(move.answer());
      } else {
        move.answer().within(() -> process.moved(move.before(), move.after()));
      }
    }
    return left;
  }

  /** Books their slots; false when one of them could not be booked. */
  private boolean bookSlots(List<Move> moves) {
    var toBook =
        moves.stream()
            .filter(Move::wantsItsSlotBooked)
            .map(Move::after)
            .collect(toMap(Booking::id, Booking::slot));
    return toBook.isEmpty() || slots.bookAll(toBook);
  }

  private Move advance(Move move) {
    var after = move.answer().within(() -> process.advance(move.after(), _ -> true));
    return new Move(move.answer(), move.before(), after);
  }
}
