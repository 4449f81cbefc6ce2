package org.carelane.notifications.letter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.carelane.notifications.letter.Letter.Cancellation;
import org.carelane.notifications.letter.Letter.Confirmation;
import org.carelane.notifications.letter.LetterText.Fact;

/** All texts of e-mails. */
final class LetterTexts {

  private static final DateTimeFormatter DAY = format("d MMMM uuuu");
  private static final DateTimeFormatter START = format("EEEE, d MMMM uuuu, HH:mm");
  private static final DateTimeFormatter END = format("HH:mm");
  private static final DateTimeFormatter ZONE = format("VV, O");

  private LetterTexts() {}

  static LetterText of(Letter letter, String recipientName) {
    return switch (letter) {
      case Confirmation it -> confirmation(it, "Dear " + recipientName + ",");
      case Cancellation it -> cancellation(it, "Dear " + recipientName + ",");
    };
  }

  private static LetterText confirmation(Confirmation letter, String salutation) {
    return new LetterText(
        "Confirmed: your appointment with %s on %s"
            .formatted(letter.doctorName(), in(letter.zone(), letter.startsAt(), DAY)),
        salutation,
        "Your appointment is confirmed.",
        List.of(
            new Fact("Doctor", letter.doctorName()),
            new Fact(
                "When",
                "%s – %s (%s)"
                    .formatted(
                        in(letter.zone(), letter.startsAt(), START),
                        in(letter.zone(), letter.endsAt(), END),
                        in(letter.zone(), letter.startsAt(), ZONE))),
            new Fact("Where", where(letter.mode())),
            new Fact("Fee paid", money(letter.amountMinor(), letter.currency()))),
        "If you cannot come, please cancel in Carelane, so that another patient can.");
  }

  private static LetterText cancellation(Cancellation letter, String salutation) {
    return new LetterText(
        "Cancelled: your appointment with %s on %s"
            .formatted(letter.doctorName(), in(letter.zone(), letter.startsAt(), DAY)),
        salutation,
        "Your appointment does not take place. " + why(letter.reason()),
        List.of(
            new Fact("Doctor", letter.doctorName()),
            new Fact(
                "When",
                "%s (%s)"
                    .formatted(
                        in(letter.zone(), letter.startsAt(), START),
                        in(letter.zone(), letter.startsAt(), ZONE)))),
        "Whatever you paid for it is refunded. You can book another appointment in Carelane.");
  }

  private static String where(VisitMode mode) {
    return switch (mode) {
      case IN_PERSON -> "At the practice";
      case VIDEO -> "By video, in Carelane";
    };
  }

  private static String why(CancellationReason reason) {
    return switch (reason) {
      case PAYMENT_DECLINED -> "The payment was declined.";
      case PAYMENT_TIMED_OUT -> "The payment was not completed in time.";
      case SLOT_LOST -> "The time was taken before the payment was completed.";
      case CONFIRMATION_UNDELIVERABLE, CONFIRMATION_TIMED_OUT ->
          "We could not deliver its confirmation to you.";
      case CANCELLED_BY_PATIENT -> "You cancelled it.";
      case CANCELLED_BY_DOCTOR -> "The doctor had to cancel it.";
      case CANCELLED_BY_ADMIN -> "Carelane had to cancel it.";
    };
  }

  private static String money(long amountMinor, Currency currency) {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return BigDecimal.valueOf(amountMinor, digits).toPlainString() + " " + currency;
  }

  private static String in(ZoneId zone, Instant instant, DateTimeFormatter format) {
    return format.format(instant.atZone(zone));
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
