package org.carelane.notifications.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RenderedLetterTest {

  private static final Instant START = Instant.parse("2027-03-15T08:00:00Z");

  @Test
  void confirmationSaysAllInTheDoctorsZone() {
    var rendered = RenderedLetter.of(confirmation("Dr. Lena Brandt", 8500, "EUR"), "Amina Yusuf");
    assertThat(rendered.subject())
        .isEqualTo("Confirmed: your appointment with Dr. Lena Brandt on 15 March 2027");
    assertThat(rendered.text())
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
    assertThat(rendered.html())
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
    var rendered = RenderedLetter.of(letter, "Amina");
    assertThat(rendered.subject()).endsWith("on 16 March 2027");
    assertThat(rendered.text()).contains("Tuesday, 16 March 2027, 08:30 (Asia/Tokyo, GMT+9)");
  }

  @ParameterizedTest
  @CsvSource({
    "8500, EUR, 85.00 EUR",
    "8500, JPY, 8500 JPY",
    "1234, KWD, 1.234 KWD",
    "0, EUR, 0.00 EUR"
  })
  void feesHaveTheirCurrencysDigits(long amountMinor, String currency, String shown) {
    var rendered = RenderedLetter.of(confirmation("Dr. Who", amountMinor, currency), "Amina");
    assertThat(rendered.text()).contains("Fee paid: " + shown + "\n");
  }

  @ParameterizedTest
  @EnumSource
  void everyCancellationSaysWhy(CancellationReason reason) {
    var letter = new Letter.Cancellation("Dr. Who", START, ZoneId.of("Europe/Berlin"), reason);
    var rendered = RenderedLetter.of(letter, "Amina");
    assertThat(rendered.subject())
        .isEqualTo("Cancelled: your appointment with Dr. Who on 15 March 2027");
    assertThat(rendered.text())
        .containsPattern("Your appointment does not take place\\. [A-Z].+\\.\n");
  }

  @Test
  void namesAreTextInHtml() {
    var rendered =
        RenderedLetter.of(
            confirmation("<b>Dr.</b> \"Who\" & Co", 1, "EUR"), "<script>alert(1)</script>");
    assertThat(rendered.html())
        .contains("&lt;b&gt;Dr.&lt;/b&gt; &quot;Who&quot; &amp; Co")
        .contains("&lt;script&gt;")
        .doesNotContain("<script>")
        .doesNotContain("<b>");
    assertThat(rendered.text()).contains("<b>Dr.</b> \"Who\" & Co");
  }

  @Test
  void namesCannotBreakLinesOrFillInPlaceholders() {
    var rendered =
        RenderedLetter.of(
            confirmation("Dr. Who\r\nBcc: all@example.com", 1, "EUR"), "%s {0}\u2028x");
    assertThat(rendered.subject())
        .isEqualTo(
            "Confirmed: your appointment with Dr. Who Bcc: all@example.com on 15 March 2027");
    assertThat(rendered.text()).startsWith("Dear %s {0} x,\n").doesNotContain("\r");
  }

  @Test
  void whoMayBeAStrangerIsGreetedWithoutAName() {
    var rendered = RenderedLetter.of(confirmation("Dr. Who", 1, "EUR"), null);
    assertThat(rendered.text()).startsWith("Hello,\n");
    assertThat(rendered.html()).contains("<p>Hello,</p>");
  }

  @Test
  void onlyOurOwnAddressesAreLinks() {
    var rendered = RenderedLetter.of(confirmation("https://evil.example", 1, "EUR"), "Amina");
    assertThat(rendered.html()).doesNotContain("<a ");
    var letter = new Letter.PasswordReset("https://x.example/r#token=a\"b", "a\"b", START);
    var reset = RenderedLetter.of(letter, null);
    assertThat(reset.html())
        .contains("<a href=\"https://x.example/r#token=a&quot;b\">")
        .contains("Monday, 15 March 2027, 08:00 UTC");
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
