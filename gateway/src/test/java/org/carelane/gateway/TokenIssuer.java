package org.carelane.gateway;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** Signs access tokens and publishes its key, as auth-service does. */
final class TokenIssuer {

  private final RSAKey key;
  private final StubService published;

  private TokenIssuer() {
    key = newKey("key-1");
    published = StubService.start("keys");
    published.answer(exchange -> StubService.json(exchange, 200, new JWKSet(key).toString(true)));
  }

  static TokenIssuer start() {
    return new TokenIssuer();
  }

  String jwksUri() {
    return published.url() + "/.well-known/jwks.json";
  }

  StubService published() {
    return published;
  }

  String token(String account) {
    return token(account, claims -> claims);
  }

  String token(String account, UnaryOperator<JWTClaimsSet.Builder> change) {
    return sign(key, account, change);
  }

  String expiredToken(String account) {
    return token(
        account, claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60))));
  }

  /** Says it is signed by the published key, but is not. */
  String forgedToken(String account) {
    return sign(newKey("key-1"), account, claims -> claims);
  }

  String tokenOfUnknownKey(String account) {
    return sign(newKey("key-of-another"), account, claims -> claims);
  }

  private static String sign(
      RSAKey key, String account, UnaryOperator<JWTClaimsSet.Builder> change) {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("https://carelane.example")
            .audience("carelane")
            .subject(account)
            .claim("roles", List.of("PATIENT"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofMinutes(15))));
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .keyID(key.getKeyID())
              .type(JOSEObjectType.JWT)
              .build();
      var token = new SignedJWT(header, change.apply(claims).build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey newKey(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).algorithm(JWSAlgorithm.RS256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
