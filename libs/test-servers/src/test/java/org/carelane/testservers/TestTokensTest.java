package org.carelane.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestTokensTest {

  @Test
  void aTokenSaysWhoCalls() throws Exception {
    var claims = verified(TestTokens.token("id", "Amina", "amina@example.com", "DOCTOR", "ADMIN"));

    assertThat(claims.getSubject()).isEqualTo("id");
    assertThat(claims.getStringClaim("name")).isEqualTo("Amina");
    assertThat(claims.getStringClaim("email")).isEqualTo("amina@example.com");
    assertThat(claims.getStringListClaim("roles")).containsExactly("DOCTOR", "ADMIN");
    assertThat(claims.getExpirationTime())
        .isCloseTo(Instant.now().plus(15, ChronoUnit.MINUTES), 60_000);
  }

  @Test
  void eachRoleHasItsToken() throws Exception {
    assertThat(roles(TestTokens.patient("id"))).isEqualTo("PATIENT");
    assertThat(roles(TestTokens.doctor("id"))).isEqualTo("DOCTOR");
    assertThat(roles(TestTokens.admin("id"))).isEqualTo("ADMIN");
  }

  static String[] refused() {
    return new String[] {
      TestTokens.expired("id"),
      TestTokens.forged("id"),
      TestTokens.unsigned("id"),
      TestTokens.forAnotherAudience("id"),
      TestTokens.ofAnotherIssuer("id")
    };
  }

  @ParameterizedTest
  @MethodSource("refused")
  void noOneTrustsTheOthers(String token) {
    assertThatThrownBy(() -> verified(token)).isInstanceOf(Exception.class);
  }

  @Test
  void onlyThePublicKeyIsPublished() throws Exception {
    var keys = JWKSet.load(TestTokens.jwksUri().toURL()).getKeys();
    assertThat(keys).singleElement().satisfies(key -> assertThat(key.isPrivate()).isFalse());
  }

  private static String roles(String token) throws Exception {
    return String.join(",", verified(token).getStringListClaim("roles"));
  }

  private static JWTClaimsSet verified(String token) throws Exception {
    var keys = JWKSourceBuilder.<SecurityContext>create(TestTokens.jwksUri().toURL()).build();
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            "carelane",
            new JWTClaimsSet.Builder().issuer("https://carelane.example").build(),
            Set.of("sub", "exp", "jti")));
    return processor.process(token, null);
  }
}
