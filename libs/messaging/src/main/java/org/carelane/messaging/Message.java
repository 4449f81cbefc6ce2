package org.carelane.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A received message. It may come twice, late, or out of order. A handler looks at the contract
 * first, and ignores those it does not know, also newer versions of a type.
 *
 * @param contract its type and version, such as {@code TakePayment.v1}: the name of its schema
 * @param traceparent the W3C trace context of what caused it
 */
public record Message(
    String id, String contract, String key, String body, @Nullable String traceparent) {

  public static final String TYPE = "type";
  public static final String VERSION = "version";
  public static final String MESSAGE_ID = "messageId";
  static final String TRACEPARENT = "traceparent";

  /** The syntax of our types. Anything else may be any text, and is not logged. */
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z]{0,63}");

  static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Reads the envelope.
   *
   * @throws UnreadableMessage when a header is missing
   */
  public static Message of(ConsumerRecord<String, String> record) {
    var headers = record.headers();
    var contract = required(headers, TYPE) + ".v" + version(headers);
    var id = required(headers, MESSAGE_ID);
    return new Message(id, contract, record.key(), record.value(), text(headers, TRACEPARENT));
  }

  /**
   * The payload as the receiver's own record; fields it does not name are ignored.
   *
   * @throws UnreadableMessage when the body does not fit
   */
  public <T extends Record> T as(Class<T> payload) {
    try {
      return JSON.readValue(body, payload);
    } catch (JacksonException e) {
      throw new UnreadableMessage(
          "body does not fit "
              + payload.getSimpleName()
              + where(e)
              + ": "
              + e.getClass().getName());
    }
  }

  /** The type without the version. */
  String type() {
    return contract.substring(0, contract.lastIndexOf(".v"));
  }

  /** The path of the wrong field, without its value. */
  private static String where(JacksonException e) {
    return e.getPath().stream()
        .map(JacksonException.Reference::getPropertyName)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(".", " at ", ""));
  }

  static int version(Headers headers) {
    try {
      return Integer.parseInt(required(headers, VERSION));
    } catch (NumberFormatException e) {
      throw new UnreadableMessage("header " + VERSION + " is no number");
    }
  }

  private static String required(Headers headers, String name) {
    var value = text(headers, name);
    if (value == null) {
      throw new UnreadableMessage("header " + name + " is missing");
    }
    return value;
  }

  /** The type, if it has the syntax of one. */
  public static @Nullable String type(Headers headers) {
    var type = text(headers, TYPE);
    return type != null && NAME.matcher(type).matches() ? type : null;
  }

  private static @Nullable String text(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }
}
