package org.carelane.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.carelane.accesstoken.PublicPaths;
import org.carelane.accesstoken.verification.AccessTokenDecoder;
import org.carelane.accesstoken.verification.AccessTokenProperties;
import org.carelane.auth.key.SigningKeys;
import org.carelane.auth.session.CurrentSession;
import org.carelane.messaging.OutboxCollections;
import org.carelane.messaging.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

@Configuration(proxyBeanMethods = false)
class AuthConfiguration {

  private static final Set<String> WITHOUT_TOKEN =
      Set.of(
          "/api/v1/auth/register",
          "/api/v1/auth/login",
          "/api/v1/auth/refresh",
          "/api/v1/auth/logout",
          "/.well-known/jwks.json");

  @Bean
  Topics accountTopics() {
    return new Topics("session.events").andCompacted("account.events");
  }

  @Bean
  OutboxCollections accountOutboxes() {
    return new OutboxCollections("accounts", "token_families");
  }

  @Bean
  PublicPaths waysIn() {
    return new PublicPaths(WITHOUT_TOKEN.toArray(String[]::new));
  }

  /**
   * Ignores access tokens on the public paths: a client that refreshes may still send an expired
   * one.
   */
  @Bean
  BearerTokenResolver bearerTokens() {
    var header = new DefaultBearerTokenResolver();
    return (HttpServletRequest request) ->
        WITHOUT_TOKEN.contains(request.getServletPath()) ? null : header.resolve(request);
  }

  /** Uses the keys of this process instead of fetching them over HTTP. */
  @Bean
  JwtDecoder ownKeysDecoder(
      AccessTokenProperties properties, SigningKeys keys, CurrentSession session) {
    var genuine = AccessTokenDecoder.create(properties, keys.verifying());
    return token -> {
      var jwt = genuine.decode(token);
      if (session.hasEnded(jwt)) {
        throw new BadJwtException("the session has ended");
      }
      return jwt;
    };
  }
}
