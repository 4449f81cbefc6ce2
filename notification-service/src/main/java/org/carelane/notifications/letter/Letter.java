package org.carelane.notifications.letter;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.springframework.data.annotation.TypeAlias;

/** The content of an e-mail. Times of appointments are shown in the doctor's zone. */
public sealed interface Letter {

  /**
   * @param amountMinor the fee paid, in minor units of the currency
   */
  @TypeAlias("confirmation-letter")
  record Confirmation(
      String doctorName,
      Instant startsAt,
      Instant endsAt,
      ZoneId zone,
      VisitMode mode,
      long amountMinor,
      Currency currency)
      implements Letter {}

  @TypeAlias("cancellation-letter")
  record Cancellation(String doctorName, Instant startsAt, ZoneId zone, CancellationReason reason)
      implements Letter {}

  /**
   * @param link to the page that takes the token
   * @param expiresAt until when the token can be used
   */
  @TypeAlias("password-reset-letter")
  record PasswordReset(String link, String token, Instant expiresAt) implements Letter {}

  /**
   * @param link to the page that takes the token
   * @param expiresAt until when the token can be used
   */
  @TypeAlias("email-verification-letter")
  record EmailVerification(String link, String token, Instant expiresAt) implements Letter {}
}
