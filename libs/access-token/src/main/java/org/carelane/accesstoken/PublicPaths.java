package org.carelane.accesstoken;

import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * Paths a service opens to callers without a token. Declare one bean per group.
 *
 * @param methods the only methods that are open; all if there are none
 * @param patterns path patterns, e.g. {@code /api/v1/doctors/**}
 */
public record PublicPaths(Set<HttpMethod> methods, String... patterns) {

  public PublicPaths(String... patterns) {
    this(Set.of(), patterns);
  }

  public static PublicPaths reading(String... patterns) {
    return new PublicPaths(Set.of(HttpMethod.GET, HttpMethod.HEAD), patterns);
  }
}
