package org.carelane.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.stream.Stream;
import org.bson.Document;
import org.carelane.testservers.TestTokens;
import org.carelane.testservers.TravellingClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;

@AuthServiceIsRunning
class KeysTest {

  @Autowired MongoTemplate mongo;
  @Autowired Environment environment;
  @Autowired TravellingClock clock;
  @LocalServerPort int port;
  Client api;

  @BeforeEach
  void connect() {
    api = Client.at(port);
  }

  @Test
  void publishedKeysVerifyTokens() throws ParseException, JOSEException {
    var reply = api.get("/.well-known/jwks.json");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Cache-Control")).contains("max-age=300");
    var keys = JWKSet.parse(reply.body().toString());
    assertThat(keys.getKeys()).isNotEmpty().noneMatch(key -> key.isPrivate());

    var token = SignedJWT.parse(People.registered(api).signIn(api).text("accessToken"));
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
    assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
  }

  @Test
  void aRestartOrAReplicaSignsNoOneOut() {
    var person = People.registered(api);
    var signedIn = person.signIn(api);
    try (var other = AnotherProcess.start(environment, clock)) {
      var there = other.api();
      assertThat(there.get("/.well-known/jwks.json").body())
          .isEqualTo(api.get("/.well-known/jwks.json").body());
      assertThat(there.as(signedIn.text("accessToken")).me().text("id")).isEqualTo(person.id());
      var refreshed = there.refresh(signedIn.text("refreshToken"));
      assertThat(refreshed.status()).isEqualTo(200);
      assertThat(api.as(refreshed.text("accessToken")).me().status()).isEqualTo(200);
    }
  }

  @Test
  void privateKeysAreSealedAndAnotherSecretOpensNone() {
    assertThat(mongo.getCollection("signing_keys").find())
        .isNotEmpty()
        .noneMatch(key -> key.toJson().contains("\"d\"") || key.toJson().contains("RSA"));
    assertThatThrownBy(() -> start("another secret, which is long enough too"))
        .hasStackTraceContaining("sealed with another key-encryption-secret");
  }

  @Test
  void withoutASecretNothingStarts() {
    assertThatThrownBy(() -> start(""))
        .hasStackTraceContaining("CARELANE_AUTH_KEY_ENCRYPTION_SECRET");
  }

  @Test
  void tokensOfOthersAreRefused() throws ParseException, JOSEException {
    var person = People.registered(api);
    var genuine = SignedJWT.parse(person.signIn(api).text("accessToken"));
    var kid = genuine.getHeader().getKeyID();
    var published =
        JWKSet.parse(api.get("/.well-known/jwks.json").body().toString()).getKeyByKeyId(kid);
    var claims = genuine.getJWTClaimsSet();

    var stranger = new RSAKeyGenerator(2048).keyID(kid).generate();
    var forged = new SignedJWT(genuine.getHeader(), claims);
    forged.sign(new RSASSASigner(stranger));
    var confused =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid).build(), claims);
    confused.sign(new MACSigner(published.toRSAKey().toRSAPublicKey().getEncoded()));

    Stream.of(
            forged.serialize(),
            confused.serialize(),
            TestTokens.admin(person.id()),
            TestTokens.unsigned(person.id()),
            TestTokens.expired(person.id()),
            genuine.serialize().substring(0, genuine.serialize().length() - 8),
            "nonsense")
        .forEach(
            token -> assertThat(api.as(token).me().refused()).isEqualTo("401 unauthenticated"));
    assertThat(api.me().refused()).isEqualTo("401 unauthenticated");
    assertThat(api.as(genuine.serialize()).me().status()).isEqualTo(200);
  }

  @Test
  void theNextKeySignsInItsTimeAndTheLastOneStillVerifies() throws ParseException {
    var last = People.registered(api).signIn(api).text("accessToken");
    var begun = new Document("activeFrom", new Document("$lte", Date.from(clock.instant())));
    var keys = mongo.getCollection("signing_keys").find(begun).sort(new Document("activeFrom", -1));
    var next = keys.first().getDate("activeFrom").toInstant().plus(Duration.ofDays(30));
    clock.travel(Duration.between(clock.instant(), next).plusSeconds(1));

    var now = People.registered(api).signIn(api).text("accessToken");
    var ids = JWKSet.parse(api.get("/.well-known/jwks.json").body().toString());
    assertThat(idOf(now)).isNotEqualTo(idOf(last));
    assertThat(ids.getKeys()).extracting(JWK::getKeyID).contains(idOf(now), idOf(last));
    assertThat(api.as(last).me().status()).isEqualTo(200);
    assertThat(api.as(now).me().status()).isEqualTo(200);
  }

  private AnotherProcess start(String secret) {
    return AnotherProcess.start(
        environment, clock, "carelane.auth.key-encryption-secret=" + secret);
  }

  private static String idOf(String token) throws ParseException {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }
}
