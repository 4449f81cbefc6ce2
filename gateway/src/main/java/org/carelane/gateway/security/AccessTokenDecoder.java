package org.carelane.gateway.security;

import java.net.MalformedURLException;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Verifies access tokens exactly as the services do. */
@Component
class AccessTokenDecoder implements ReactiveJwtDecoder {

  private final NimbusReactiveJwtDecoder decoder;

  AccessTokenDecoder(AccessTokenProperties properties) throws MalformedURLException {
    decoder =
        NimbusReactiveJwtDecoder.withJwkSource(new PublishedKeys(properties.jwksUri())::of)
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .build();
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
  }

  @Override
  public Mono<Jwt> decode(String token) {
    // Keys that cannot be fetched are our trouble, not the token's: 503, not 401.
    return decoder
        .decode(token)
        .onErrorMap(
            IllegalStateException.class, e -> new JwtException("No keys to verify with", e));
  }
}
