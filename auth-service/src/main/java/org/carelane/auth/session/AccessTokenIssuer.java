package org.carelane.auth.session;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.carelane.accesstoken.verification.AccessTokenProperties;
import org.carelane.auth.account.Account;
import org.carelane.auth.key.SigningKeys;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Issues access tokens: JWTs that every service verifies by itself. */
@Component
class AccessTokenIssuer {

  private final JwtEncoder encoder;
  private final AccessTokenProperties accepted;
  private final TokenProperties lifetimes;
  private final Clock clock;

  AccessTokenIssuer(
      SigningKeys keys, AccessTokenProperties accepted, TokenProperties lifetimes, Clock clock) {
    this.encoder = new NimbusJwtEncoder(keys.signing());
    this.accepted = accepted;
    this.lifetimes = lifetimes;
    this.clock = clock;
  }

  /**
   * @param session for which it is issued
   */
  String issue(Account account, String session) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var claims =
        JwtClaimsSet.builder()
            .issuer(accepted.issuer())
            .audience(List.of(accepted.audience()))
            .subject(account.id())
            .claim("roles", account.roles().stream().map(Enum::name).sorted().toList())
            .claim("name", account.name())
            .claim("email", account.email())
            .claim(CurrentSession.CLAIM, session)
            .id(UUID.randomUUID().toString())
            .issuedAt(now)
            .expiresAt(now.plus(lifetimes.accessTokenLives()))
            .build();
    var header = JwsHeader.with(SignatureAlgorithm.RS256).type("JWT").build();
    return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }
}
