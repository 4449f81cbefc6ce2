package org.carelane.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/** Stands in for auth-service: publishes the key that signs the tests' tokens. */
final class TestKeys {

  private static final String KEY_ID = "test-key";
  private static final String PATH = "/.well-known/jwks.json";

  static final RSAKey PUBLISHED = newKey();

  static final URI JWKS_URI = publish();

  private TestKeys() {}

  /** Made when first asked for: it takes a second. */
  private static final class Stranger {
    static final RSAKey KEY = newKey();
  }

  /** A key that is not published, but has the published key's id. */
  static RSAKey stranger() {
    return Stranger.KEY;
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(KEY_ID).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URI publish() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var body = new JWKSet(PUBLISHED).toString(true).getBytes(UTF_8);
      server.createContext(
          PATH,
          exchange -> {
            try (exchange) {
              exchange.getResponseHeaders().set("Content-Type", "application/json");
              exchange.sendResponseHeaders(200, body.length);
              exchange.getResponseBody().write(body);
            }
          });
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      AtJvmEnd.run(() -> server.stop(0));
      return URI.create("http://localhost:" + server.getAddress().getPort() + PATH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
