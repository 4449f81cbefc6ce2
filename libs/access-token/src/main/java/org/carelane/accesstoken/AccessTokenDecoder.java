package org.carelane.accesstoken;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Verifies RS256 tokens; known keys go on being trusted for hours while auth-service is away. */
public final class AccessTokenDecoder {

  private static final Duration KEYS_LIVE = Duration.ofMinutes(5);
  private static final Duration KEYS_REFRESH = Duration.ofSeconds(20);
  private static final Duration OUTAGE_TOLERATED = Duration.ofHours(4);

  private AccessTokenDecoder() {}

  static JwtDecoder create(AccessTokenProperties properties) throws MalformedURLException {
    var keys =
        JWKSourceBuilder.<SecurityContext>create(properties.jwksUri().toURL())
            .cache(KEYS_LIVE.toMillis(), KEYS_REFRESH.toMillis())
            .retrying(true)
            .outageTolerant(OUTAGE_TOLERATED.toMillis())
            .build();
    return create(properties, patient(keys));
  }

  /**
   * A token that names an unknown key is refused, also when the keys were fetched just before. It
   * is no token's fault that none could be fetched yet.
   */
  private static JWKSource<SecurityContext> patient(JWKSource<SecurityContext> keys) {
    var fetched = new AtomicBoolean();
    return (selector, context) -> {
      try {
        var matching = keys.get(selector, context);
        fetched.set(true);
        return matching;
      } catch (RateLimitReachedException e) {
        if (fetched.get()) {
          return List.of();
        }
        throw e;
      }
    };
  }

  /** The same rules for whoever has the keys at hand: auth-service. */
  public static JwtDecoder create(
      AccessTokenProperties properties, JWKSource<SecurityContext> keys) {
    var decoder =
        NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.RS256).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(properties.clockSkew()),
            new JwtIssuerValidator(properties.issuer()),
            JwtTypeValidator.jwt(),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD,
                audience -> audience != null && audience.contains(properties.audience())),
            new JwtClaimValidator<>(JwtClaimNames.EXP, expiry -> expiry != null),
            new JwtClaimValidator<>(JwtClaimNames.SUB, subject -> subject != null)));
    return decoder;
  }
}
