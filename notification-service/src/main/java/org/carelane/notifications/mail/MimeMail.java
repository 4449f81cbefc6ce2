package org.carelane.notifications.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * A mail as a MIME message. The library encodes line breaks in names, so that a name cannot add a
 * header.
 */
final class MimeMail extends MimeMessage {

  static {
    // Otherwise the library looks it up by ServiceLoader several times for every mail.
    System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
  }

  private final String messageId;

  /**
   * @throws jakarta.mail.internet.AddressException when the recipient's address is not valid
   */
  MimeMail(Session session, InternetAddress from, Mail mail, Date at) throws MessagingException {
    super(session);
    messageId = "<%s@%s>".formatted(tokenOf(mail.id()), domainOf(from));
    setFrom(from);
    addressTo(mail);
    setSubject(mail);
    setSentDate(at);
    setHeader("Auto-Submitted", "auto-generated");
    setContent(alternatives(mail));
    saveChanges();
  }

  /** Replaces the library's Message-ID, which needs a DNS lookup of this machine's name. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  /** Mail programs show the last part that they understand. */
  private static MimeMultipart alternatives(Mail mail) throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(mail.text(), UTF_8.name());
    var html = new MimeBodyPart();
    html.setText(mail.html(), UTF_8.name(), "html");
    return new MimeMultipart("alternative", text, html);
  }

  private void addressTo(Mail mail) throws MessagingException {
    var address = new InternetAddress(mail.address(), true);
    var name = mail.recipientName();
    if (name != null && EncodedWords.looksEncoded(name)) {
      setHeader("To", EncodedWords.of(name) + "\r\n <" + address.getAddress() + ">");
      return;
    }
    try {
      address.setPersonal(name, UTF_8.name());
      setRecipient(RecipientType.TO, address);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void setSubject(Mail mail) throws MessagingException {
    if (EncodedWords.looksEncoded(mail.subject())) {
      setHeader("Subject", EncodedWords.of(mail.subject()));
    } else {
      setSubject(mail.subject(), UTF_8.name());
    }
  }

  /** Replaces special characters: unlike names and subjects, the library does not encode ids. */
  private static String tokenOf(String id) {
    return id.replaceAll("[^A-Za-z0-9_~-]+", ".");
  }

  private static String domainOf(InternetAddress address) {
    return address.getAddress().substring(address.getAddress().indexOf('@') + 1);
  }
}
