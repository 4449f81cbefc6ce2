package org.carelane.accesstoken.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Checks a token's signature when it comes for the first time, and then once a minute; whether it
 * has expired, each time. So a key that is withdrawn counts for a minute longer.
 */
final class RememberingDecoder implements JwtDecoder {

  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int AT_MOST = 5_000;

  private final JwtDecoder decoder;
  private final OAuth2TokenValidator<Jwt> times;
  private final Cache<String, Jwt> genuine =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(AT_MOST).build();

  RememberingDecoder(JwtDecoder decoder, OAuth2TokenValidator<Jwt> times) {
    this.decoder = decoder;
    this.times = times;
  }

  /** One that has expired since is decoded anew, which says what is wrong with it. */
  @Override
  public Jwt decode(String token) {
    var remembered = genuine.getIfPresent(token);
    if (remembered != null && !times.validate(remembered).hasErrors()) {
      return remembered;
    }
    var jwt = decoder.decode(token);
    genuine.put(token, jwt);
    return jwt;
  }
}
