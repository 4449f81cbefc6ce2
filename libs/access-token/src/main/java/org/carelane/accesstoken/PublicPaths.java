package org.carelane.accesstoken;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Paths a service opens to callers without a token. Declare one bean per group.
 *
 * @param method the only method that is open, or {@code null} for all
 * @param patterns path patterns, e.g. {@code /api/v1/doctors/**}
 */
public record PublicPaths(@Nullable HttpMethod method, String... patterns) {

  public PublicPaths(String... patterns) {
    this(null, patterns);
  }

  public static PublicPaths reading(String... patterns) {
    return new PublicPaths(HttpMethod.GET, patterns);
  }
}
