package org.carelane.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Strong ETags. Those made of the content of an answer are the same of all replicas. Clients may
 * keep an answer, and ask each time whether it still holds.
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
   * Whether a request may go on.
   *
   * @param ifMatch the header, if the client sent one
   * @param content as an answer with it would have it now
   */
  public static boolean matches(@Nullable String ifMatch, Object content) {
    return names(ifMatch, of(content));
  }

  /**
   * The same with the tag itself.
   *
   * @param tag in its quotes
   */
  public static boolean names(@Nullable String ifMatch, String tag) {
    if (ifMatch == null) {
      return true;
    }
    var tags = tagsIn(ifMatch);
    return tags.contains(ANY) || tags.contains(tag);
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
