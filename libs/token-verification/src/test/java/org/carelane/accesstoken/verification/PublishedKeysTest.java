package org.carelane.accesstoken.verification;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class PublishedKeysTest {

  /** Whoever starts before auth-service must not send everyone to sign in again. */
  @Test
  void noTokenIsRefusedAsLongAsNoKeyCouldBeFetched() throws Exception {
    int nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    var keys = new PublishedKeys(URI.create("http://127.0.0.1:" + nobody + "/jwks.json"));
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key-1").build();
    var selector = new JWKSelector(JWKMatcher.forJWSHeader(header));
    for (int i = 0; i < 5; i++) {
      assertThatExceptionOfType(KeySourceException.class)
          .isThrownBy(() -> keys.get(selector, null));
    }
  }
}
