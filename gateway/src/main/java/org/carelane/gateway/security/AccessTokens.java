package org.carelane.gateway.security;

import java.net.MalformedURLException;
import org.carelane.accesstoken.verification.AccessTokenDecoder;
import org.carelane.accesstoken.verification.AccessTokenProperties;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Verifies access tokens by the same code as the services, beside the event loop. */
@Component
class AccessTokens implements ReactiveJwtDecoder {

  private final JwtDecoder decoder;

  AccessTokens(AccessTokenProperties properties) throws MalformedURLException {
    decoder = AccessTokenDecoder.create(properties);
  }

  @Override
  public Mono<Jwt> decode(String token) {
    return Mono.fromCallable(() -> decoder.decode(token)).subscribeOn(Schedulers.boundedElastic());
  }
}
