package org.carelane.notifications.letter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.carelane.notifications.letter.Letter.Cancellation;
import org.carelane.notifications.letter.Letter.Confirmation;
import org.carelane.notifications.letter.Letter.EmailVerification;
import org.carelane.notifications.letter.Letter.PasswordReset;
import org.carelane.notifications.letter.LetterText.Fact;
import org.jspecify.annotations.Nullable;

/** All texts of e-mails. */
final class LetterTexts {

  private static final DateTimeFormatter DAY = format("d MMMM uuuu");
  private static final DateTimeFormatter START = format("EEEE, d MMMM uuuu, HH:mm");
  private static final DateTimeFormatter END = format("HH:mm");
  private static final DateTimeFormatter ZONE = format("VV, O");

  private static final String NO_NAME = "Hello,";

  private LetterTexts() {}

  /**
   * @param recipientName {@code null} if the address may be a stranger's
   */
  static LetterText of(Letter letter, @Nullable String recipientName) {
    var salutation = recipientName == null ? NO_NAME : "Dear " + recipientName + ",";
    return switch (letter) {
      case Confirmation it -> confirmation(it, salutation);
      case Cancellation it -> cancellation(it, salutation);
      case PasswordReset it -> passwordReset(it);
      case EmailVerification it -> emailVerification(it);
    };
  }

  /** Nothing of it is anybody's choice, whoever registered the address. */
  private static LetterText passwordReset(PasswordReset letter) {
    return new LetterText(
        "Choose a new password for Carelane",
        NO_NAME,
        "Someone, we hope you, has forgotten the password of the Carelane account that has this"
            + " e-mail address.",
        tokenFacts(letter.link(), letter.token(), letter.expiresAt()),
        "If it was not you, do nothing: the password stays as it is. If you never registered with"
            + " Carelane, someone else did so with your address. By choosing a password you make"
            + " the account yours, and whoever is signed in there is signed out.");
  }

  private static LetterText emailVerification(EmailVerification letter) {
    return new LetterText(
        "Verify your e-mail address for Carelane",
        NO_NAME,
        "This e-mail address was registered with Carelane. Please verify that it is yours.",
        tokenFacts(letter.link(), letter.token(), letter.expiresAt()),
        "If you did not register, do not follow the link: someone else used your address. You can"
            + " ignore this mail, or make the account yours by saying in Carelane that you have"
            + " forgotten its password.");
  }

  private static List<Fact> tokenFacts(String link, String token, Instant expiresAt) {
    return List.of(
        new Fact("Follow this link", link, true),
        new Fact("Or enter this token", token),
        new Fact("Valid until", in(ZoneOffset.UTC, expiresAt, START) + " UTC"));
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
