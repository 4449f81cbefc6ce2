package org.carelane.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

  private static final String MAIL =
      """
      To: pat@carelane.example
      Subject: =?UTF-8?Q?Confirmed=3A_Dr=2E_In=C3=A9s?=
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary=cut

      --cut
      Content-Type: text/html

      <p>See you</p>
      --cut
      Content-Type: text/plain; charset=UTF-8
      Content-Transfer-Encoding: quoted-printable

      See you on Monday=2E
      --cut--
      """;

  @TempDir Path directory;

  @Test
  void listsMailsOldestFirst() throws Exception {
    write("20261121-100000-000-b.eml", MAIL);
    write("20261120-080910-123-a.eml", MAIL.replace("pat@", "old@"));

    assertThat(new Mailbox(directory).list().lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("1  2026-11-20 08:09:10Z  old@"),
            second -> assertThat(second).contains("pat@").endsWith("Confirmed: Dr. Inés"));
  }

  @Test
  void showsThePlainText() throws Exception {
    write("20261121-100000-000-b.eml", MAIL);

    assertThat(new Mailbox(directory).show("1"))
        .contains("Subject: Confirmed: Dr. Inés")
        .contains("See you on Monday.")
        .doesNotContain("<p>");
  }

  @Test
  void saysThatThereIsNoMail() throws Exception {
    assertThat(new Mailbox(directory.resolve("none")).list()).isEqualTo("No mail yet.\n");
    assertThatThrownBy(() -> new Mailbox(directory).show("1")).isInstanceOf(FleetException.class);
    assertThatThrownBy(() -> new Mailbox(directory).show("x")).isInstanceOf(FleetException.class);
  }

  private void write(String name, String mail) throws Exception {
    Files.writeString(directory.resolve(name), mail.replace("\n", "\r\n"));
  }
}
