package org.carelane.appointments;

import java.util.List;
import org.carelane.rest.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Strong ETags, made of the content of an answer, so that all replicas and releases agree about
 * them. Clients may keep an answer, and ask each time whether it still holds.
 */
public final class Etags {

  private static final String ANY = "*";

  private Etags() {}

  /** 304 without the body is made of it by Spring if the client has it already. */
  public static <T> ResponseEntity<T> answer(T body) {
    return tagged(ResponseEntity.ok(), body);
  }

  /** An answer whose order depends on the language of the request. */
  public static <T> ResponseEntity<T> answerInLanguage(T body) {
    return tagged(ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT_LANGUAGE), body);
  }

  public static <T> ResponseEntity<T> tagged(ResponseEntity.BodyBuilder answer, T body) {
    return answer.cacheControl(CacheControl.noCache()).eTag(of(body)).body(body);
  }

  /**
   * Whether the request may go on.
   *
   * @param ifMatch the header, if the client sent one
   */
  public static boolean matches(@Nullable String ifMatch, Object content) {
    if (ifMatch == null) {
      return true;
    }
    var tags = tagsIn(ifMatch);
    return tags.contains(ANY) || tags.contains(of(content));
  }

  private static List<String> tagsIn(String ifMatch) {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.IF_MATCH, ifMatch);
    try {
      return headers.getIfMatch();
    } catch (IllegalArgumentException e) {
      return List.of(); // not an ETag, so not this one
    }
  }

  private static String of(Object content) {
    return '"' + IdempotencyKey.fingerprint(content) + '"';
  }
}
