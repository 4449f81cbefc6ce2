package org.carelane.accesstoken.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class RememberingDecoderTest {

  private static final Duration SKEW = Duration.ofSeconds(5);
  private static final AccessTokenProperties PROPERTIES =
      new AccessTokenProperties(
          URI.create("http://localhost/jwks.json"), "https://issuer.example", "carelane", SKEW);

  private final AtomicInteger checks = new AtomicInteger();
  private RSAKey key;
  private JwtDecoder decoder;

  @BeforeEach
  void setUp() throws JOSEException {
    key = new RSAKeyGenerator(2048).keyID("key-1").generate();
    decoder =
        AccessTokenDecoder.create(
            PROPERTIES,
            (selector, _) -> {
              checks.incrementAndGet();
              return selector.select(new JWKSet(key));
            });
  }

  @Test
  void checksTheSignatureOfATokenOnce() throws JOSEException {
    var token = token("anna", Instant.now().plusSeconds(60));
    for (int i = 0; i < 3; i++) {
      assertThat(decoder.decode(token).getSubject()).isEqualTo("anna");
    }
    assertThat(checks).hasValue(1);
  }

  @Test
  void looksAtTheTimesOfARememberedTokenEachTime() throws JOSEException {
    var token = token("anna", Instant.now().plusSeconds(60));
    var jwt = decoder.decode(token);
    var expired = new AtomicBoolean();
    var decoded = new AtomicInteger();
    var remembering =
        new RememberingDecoder(
            _ -> {
              decoded.incrementAndGet();
              if (expired.get()) {
                throw new BadJwtException("expired");
              }
              return jwt;
            },
            _ ->
                expired.get()
                    ? OAuth2TokenValidatorResult.failure(new OAuth2Error("expired"))
                    : OAuth2TokenValidatorResult.success());
    remembering.decode(token);
    assertThat(remembering.decode(token)).isSameAs(jwt);
    assertThat(decoded).hasValue(1);

    expired.set(true);
    assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> remembering.decode(token));
  }

  @Test
  void remembersNothingOfATokenForAnotherWithItsSignature() throws JOSEException {
    var genuine = token("anna", Instant.now().plusSeconds(60));
    decoder.decode(genuine);
    var other = token("berta", Instant.now().plusSeconds(60)).split("\\.");
    var forged = other[0] + "." + other[1] + "." + genuine.split("\\.")[2];
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(JwtException.class).isThrownBy(() -> decoder.decode(forged));
    }
  }

  private String token(String subject, Instant expiry) throws JOSEException {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(key.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(PROPERTIES.issuer())
            .audience(PROPERTIES.audience())
            .subject(subject)
            .issueTime(Date.from(expiry.minusSeconds(600)))
            .expirationTime(Date.from(expiry))
            .build();
    var token = new SignedJWT(header, claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }
}
