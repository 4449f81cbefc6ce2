package org.carelane.testservers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Access tokens as auth-service would issue them, and some that it would not. A service under
 * {@link WithServers} accepts the former; without it, set {@code carelane.jwks-uri} to {@link
 * #jwksUri}.
 */
public final class TestTokens {

  private static final String ISSUER = "https://carelane.example";
  private static final String AUDIENCE = "carelane";
  private static final Duration LIFETIME = Duration.ofMinutes(15);

  /** Signing takes 12 ms in a JVM without C2, and most tests present the same token many times. */
  private static final Duration USED_AGAIN_FOR = Duration.ofMinutes(5);

  private static final Map<Holder, Issued> ISSUED = new ConcurrentHashMap<>();

  private record Holder(String accountId, String name, String email, List<String> roles) {}

  private record Issued(String token, Instant at) {}

  private TestTokens() {}

  public static String patient(String accountId) {
    return token(accountId, "Patient " + accountId, accountId + "@example.com", "PATIENT");
  }

  public static String doctor(String accountId) {
    return token(accountId, "Doctor " + accountId, accountId + "@example.com", "DOCTOR");
  }

  public static String admin(String accountId) {
    return token(accountId, "Admin " + accountId, accountId + "@example.com", "ADMIN");
  }

  public static String token(String accountId, String name, String email, String... roles) {
    var now = Instant.now();
    var issued =
        ISSUED.compute(
            new Holder(accountId, name, email, List.of(roles)),
            (_, former) ->
                former != null && former.at().plus(USED_AGAIN_FOR).isAfter(now)
                    ? former
                    : new Issued(
                        signed(claims(accountId, name, email, roles).build(), TestKeys.PUBLISHED),
                        now));
    return issued.token();
  }

  /** A patient's token, valid until an hour ago. */
  public static String expired(String accountId) {
    var end = Instant.now().minus(Duration.ofHours(1));
    var claims =
        patientClaims(accountId)
            .issueTime(Date.from(end.minus(LIFETIME)))
            .expirationTime(Date.from(end));
    return signed(claims.build(), TestKeys.PUBLISHED);
  }

  /** A patient's token that is valid for this time only. */
  public static String expiringIn(String accountId, Duration remaining) {
    var end = Date.from(Instant.now().plus(remaining));
    return signed(patientClaims(accountId).expirationTime(end).build(), TestKeys.PUBLISHED);
  }

  /** A patient's token of a session, that is valid for this time. */
  public static String inSession(String accountId, String sessionId, Duration remaining) {
    var end = Date.from(Instant.now().plus(remaining));
    return signed(
        patientClaims(accountId).claim("sid", sessionId).expirationTime(end).build(),
        TestKeys.PUBLISHED);
  }

  /** An admin's token signed by a stranger who uses the published key's id. */
  public static String forged(String accountId) {
    var claims = claims(accountId, "Forger", accountId + "@example.com", "ADMIN");
    return signed(claims.build(), TestKeys.stranger());
  }

  /** An admin's token with algorithm {@code none}. */
  public static String unsigned(String accountId) {
    var claims = claims(accountId, "Forger", accountId + "@example.com", "ADMIN");
    return new PlainJWT(claims.build()).serialize();
  }

  /** A patient's token that is meant for another system. */
  public static String forAnotherAudience(String accountId) {
    return signed(patientClaims(accountId).audience("elsewhere").build(), TestKeys.PUBLISHED);
  }

  /** A patient's token of another issuer. */
  public static String ofAnotherIssuer(String accountId) {
    var claims = patientClaims(accountId).issuer("https://elsewhere.example");
    return signed(claims.build(), TestKeys.PUBLISHED);
  }

  /** Where the key that checks these tokens is published. */
  public static URI jwksUri() {
    return TestKeys.JWKS_URI;
  }

  private static JWTClaimsSet.Builder patientClaims(String accountId) {
    return claims(accountId, "Patient " + accountId, accountId + "@example.com", "PATIENT");
  }

  private static JWTClaimsSet.Builder claims(
      String accountId, String name, String email, String... roles) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject(accountId)
        .claim("name", name)
        .claim("email", email)
        .claim("roles", List.of(roles))
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFETIME)));
  }

  private static String signed(JWTClaimsSet claims, RSAKey key) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .type(JOSEObjectType.JWT)
              .keyID(key.getKeyID())
              .build();
      var jwt = new SignedJWT(header, claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
