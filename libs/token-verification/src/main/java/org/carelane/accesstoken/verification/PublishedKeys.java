package org.carelane.accesstoken.verification;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys auth-service signs with. Known keys go on being trusted for hours while it is away;
 * tokens that name unknown keys make it publish them at most every few seconds. Blocks while keys
 * are fetched, for some seconds at most.
 */
final class PublishedKeys implements JWKSource<SecurityContext> {

  private static final int CONNECT_MILLIS = 1_000;
  private static final int READ_MILLIS = 2_000;
  private static final int MAX_BYTES = 64 * 1024;
  private static final Duration LIVE = Duration.ofMinutes(5);
  private static final Duration REFRESH = Duration.ofSeconds(20);
  private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(5);
  private static final Duration OUTAGE_TOLERATED = Duration.ofHours(4);

  private final JWKSource<SecurityContext> source;
  private volatile boolean fetched;

  PublishedKeys(URI jwksUri) throws MalformedURLException {
    var retriever = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MAX_BYTES);
    source =
        JWKSourceBuilder.<SecurityContext>create(jwksUri.toURL(), retriever)
            .cache(LIVE.toMillis(), REFRESH.toMillis())
            .rateLimited(BETWEEN_FETCHES.toMillis())
            .retrying(true)
            .outageTolerant(OUTAGE_TOLERATED.toMillis())
            .build();
  }

  /**
   * None for a token that names an unknown key, also when the keys were fetched just before.
   *
   * @throws KeySourceException as long as no key could be fetched at all: that is no token's fault
   */
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      var keys = source.get(selector, context);
      fetched = true;
      return keys;
    } catch (RateLimitReachedException e) {
      if (fetched) {
        return List.of();
      }
      throw e;
    }
  }
}
