package org.carelane.notifications.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PrintedLetterTest {

  private static final Instant START = Instant.parse("2027-03-15T08:00:00Z");

  @Test
  void confirmationSaysAllInTheDoctorsZone() {
    var printed = PrintedLetter.of(confirmation("Dr. Lena Brandt", 8500, "EUR"), "Amina Yusuf");
    assertThat(printed.subject())
        .isEqualTo("Confirmed: your appointment with Dr. Lena Brandt on 15 March 2027");
    assertThat(printed.text())
        .isEqualTo(
            """
            Dear Amina Yusuf,

            Your appointment is confirmed.

              Doctor: Dr. Lena Brandt
              When: Monday, 15 March 2027, 09:00 – 09:30 (Europe/Berlin, GMT+1)
              Where: By video, in Carelane
              Fee paid: 85.00 EUR

            If you cannot come, please cancel in Carelane, so that another patient can.

            Carelane
            """);
    assertThat(printed.html())
        .contains("<p>Dear Amina Yusuf,</p>")
        .contains("<td>Monday, 15 March 2027, 09:00 – 09:30 (Europe/Berlin, GMT+1)</td>")
        .contains("<td>85.00 EUR</td>");
  }

  @Test
  void theDayIsThatOfTheDoctorsZone() {
    var lateEvening = Instant.parse("2027-03-15T23:30:00Z");
    var letter =
        new Letter.Cancellation(
            "Dr. Who", lateEvening, ZoneId.of("Asia/Tokyo"), CancellationReason.SLOT_LOST);
    var printed = PrintedLetter.of(letter, "Amina");
    assertThat(printed.subject()).endsWith("on 16 March 2027");
    assertThat(printed.text()).contains("Tuesday, 16 March 2027, 08:30 (Asia/Tokyo, GMT+9)");
  }

  @ParameterizedTest
  @CsvSource({
    "8500, EUR, 85.00 EUR",
    "8500, JPY, 8500 JPY",
    "1234, KWD, 1.234 KWD",
    "0, EUR, 0.00 EUR"
  })
  void feesHaveTheirCurrencysDigits(long amountMinor, String currency, String shown) {
    var printed = PrintedLetter.of(confirmation("Dr. Who", amountMinor, currency), "Amina");
    assertThat(printed.text()).contains("Fee paid: " + shown + "\n");
  }

  @ParameterizedTest
  @EnumSource
  void everyCancellationSaysWhy(CancellationReason reason) {
    var letter = new Letter.Cancellation("Dr. Who", START, ZoneId.of("Europe/Berlin"), reason);
    var printed = PrintedLetter.of(letter, "Amina");
    assertThat(printed.subject())
        .isEqualTo("Cancelled: your appointment with Dr. Who on 15 March 2027");
    assertThat(printed.text())
        .containsPattern("Your appointment does not take place\\. [A-Z].+\\.\n");
  }

  @Test
  void namesAreTextInHtml() {
    var printed =
        PrintedLetter.of(
            confirmation("<b>Dr.</b> \"Who\" & Co", 1, "EUR"), "<script>alert(1)</script>");
    assertThat(printed.html())
        .contains("&lt;b&gt;Dr.&lt;/b&gt; &quot;Who&quot; &amp; Co")
        .contains("&lt;script&gt;")
        .doesNotContain("<script>")
        .doesNotContain("<b>");
    assertThat(printed.text()).contains("<b>Dr.</b> \"Who\" & Co");
  }

  @Test
  void namesCannotBreakLinesOrFillInPlaceholders() {
    var printed =
        PrintedLetter.of(
            confirmation("Dr. Who\r\nBcc: all@example.com", 1, "EUR"), "%s {0}\u2028x");
    assertThat(printed.subject())
        .isEqualTo(
            "Confirmed: your appointment with Dr. Who Bcc: all@example.com on 15 March 2027");
    assertThat(printed.text()).startsWith("Dear %s {0} x,\n").doesNotContain("\r");
  }

  private static Letter confirmation(String doctor, long amountMinor, String currency) {
    return new Letter.Confirmation(
        doctor,
        START,
        START.plusSeconds(1800),
        ZoneId.of("Europe/Berlin"),
        VisitMode.VIDEO,
        amountMinor,
        Currency.getInstance(currency));
  }
}
