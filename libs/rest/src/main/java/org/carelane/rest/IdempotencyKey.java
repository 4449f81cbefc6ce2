package org.carelane.rest;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code Idempotency-Key} header of a mutating POST. The id of the created object is made of
 * actor, operation and key. So repeated and concurrent requests have the same unique {@code _id},
 * and only one object is created. A controller takes it as a parameter, {@code @Nullable} unless it
 * demands one.
 */
public record IdempotencyKey(String value) {

  public static final String HEADER = "Idempotency-Key";

  private static final NameBasedGenerator NAMES =
      Generators.nameBasedGenerator(NameBasedGenerator.NAMESPACE_URL);
  private static final JsonMapper CANONICAL =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST) // else in the order of the record
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .changeDefaultPropertyInclusion(it -> it.withValueInclusion(NON_NULL))
          .build();

  /** How the first release wrote a request: with what is {@code null}, in the record's order. */
  private static final JsonMapper FORMER =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  public IdempotencyKey {
    if (!value.matches("[\\x21-\\x7e]{1,200}")) {
      throw ProblemException.invalidRequest(
          HEADER + " is 1 to 200 visible ASCII characters without spaces.");
    }
  }

  /**
   * @param actor the account that sends the key; another account's equal key gives another id
   * @param operation what the key is used for, e.g. {@code book}
   * @return a UUID of version 5
   */
  public String idFor(String actor, String operation) {
    return NAMES.generate("urn:carelane:" + operation + ":" + actor + ":" + value).toString();
  }

  /**
   * SHA-256 in hex of a request record's JSON with sorted members: equal for equal requests, stored
   * beside the object to tell a repeated request from a reused key. What is {@code null} is not in
   * it, so that a release that knows a further optional member, which this request does not have,
   * comes to the same: such a member must be {@code null} when it is not sent.
   */
  public static String fingerprint(Object request) {
    return digest(CANONICAL, request);
  }

  /** Whether a stored fingerprint, which the first release may have made, is of this request. */
  public static boolean isFingerprintOf(String stored, Object request) {
    return stored.equals(fingerprint(request)) || stored.equals(digest(FORMER, request));
  }

  private static String digest(JsonMapper json, Object request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(json.writeValueAsString(request).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
