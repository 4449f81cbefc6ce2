package org.carelane.accesstoken.verification;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Verifies RS256 tokens. */
public final class AccessTokenDecoder {

  private AccessTokenDecoder() {}

  /** With the keys that auth-service publishes. May block while they are fetched. */
  public static JwtDecoder create(AccessTokenProperties properties) throws MalformedURLException {
    return create(properties, new PublishedKeys(properties.jwksUri()));
  }

  /** The same rules for whoever has the keys at hand: auth-service. */
  public static JwtDecoder create(
      AccessTokenProperties properties, JWKSource<SecurityContext> keys) {
    var decoder =
        NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.RS256).build();
    var times = new JwtTimestampValidator(properties.clockSkew());
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            times,
            new JwtIssuerValidator(properties.issuer()),
            JwtTypeValidator.jwt(),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD,
                audience -> audience != null && audience.contains(properties.audience())),
            new JwtClaimValidator<>(JwtClaimNames.EXP, expiry -> expiry != null),
            new JwtClaimValidator<>(JwtClaimNames.SUB, subject -> subject != null)));
    return new RememberingDecoder(decoder, times);
  }
}
