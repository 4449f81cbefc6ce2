package org.carelane.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A received message. Look at the contract first: a handler reads those it knows and lets the
 * others pass, newer versions of the same type among them. It may come twice, late, or out of
 * order.
 *
 * @param contract its type and version, such as {@code TakePayment.v1}: the name of its schema
 */
public record Message(String id, String contract, String key, String body) {

  static final String TYPE = "type";
  static final String VERSION = "version";
  static final String MESSAGE_ID = "messageId";
  static final String TRACEPARENT = "traceparent";

  static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Reads the envelope.
   *
   * @throws UnreadableMessage when a header is missing
   */
  public static Message of(ConsumerRecord<String, String> record) {
    var headers = record.headers();
    var contract = required(headers, TYPE) + ".v" + number(required(headers, VERSION));
    return new Message(required(headers, MESSAGE_ID), contract, record.key(), record.value());
  }

  private static int number(String version) {
    try {
      return Integer.parseInt(version);
    } catch (NumberFormatException e) {
      throw new UnreadableMessage("version " + version + " is no number", e);
    }
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
      throw new UnreadableMessage("body of " + contract + " " + id + " does not fit", e);
    }
  }

  private static String required(Headers headers, String name) {
    var value = text(headers, name);
    if (value == null) {
      throw new UnreadableMessage("header " + name + " is missing", null);
    }
    return value;
  }

  static @Nullable String text(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }
}
