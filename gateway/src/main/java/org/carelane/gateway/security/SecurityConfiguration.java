package org.carelane.gateway.security;

import java.util.Set;
import org.carelane.accesstoken.verification.AccessTokenProperties;
import org.carelane.gateway.ProblemAnswers;
import org.carelane.gateway.Problems;
import org.carelane.gateway.limits.RateLimit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtGrantedAuthoritiesConverterAdapter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tokens are verified when presented; whether one is needed is for the services to say, except for
 * what the gateway itself tells administrators.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessTokenProperties.class)
class SecurityConfiguration {

  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  @Bean
  SecurityWebFilterChain gatewaySecurity(
      ServerHttpSecurity http,
      ReactiveJwtDecoder decoder,
      ProblemAnswers problems,
      RateLimit limit) {
    return http.csrf(CsrfSpec::disable)
        .httpBasic(HttpBasicSpec::disable)
        .formLogin(FormLoginSpec::disable)
        .logout(LogoutSpec::disable)
        .requestCache(RequestCacheSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .headers(
            headers ->
                headers
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .writer(new ContentSecurityPolicy()))
        .authorizeExchange(
            requests ->
                requests
                    .pathMatchers("/api/v1/admin/services")
                    .hasRole("ADMIN")
                    .anyExchange()
                    .permitAll())
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(
                        (exchange, e) -> problems.handle(exchange, refusal(exchange, limit)))
                    .accessDeniedHandler(
                        (exchange, e) -> problems.handle(exchange, Problems.forbidden())))
        .oauth2ResourceServer(
            server ->
                server
                    .bearerTokenConverter(new AccessTokenSource())
                    .authenticationEntryPoint(
                        (exchange, e) -> problems.handle(exchange, refusal(exchange, limit)))
                    .accessDeniedHandler(
                        (exchange, e) -> problems.handle(exchange, Problems.forbidden()))
                    .jwt(jwt -> jwt.jwtDecoder(decoder).jwtAuthenticationConverter(roles())))
        .build();
  }

  private static ReactiveJwtAuthenticationConverter roles() {
    var authorities = new JwtGrantedAuthoritiesConverter();
    authorities.setAuthoritiesClaimName("roles");
    authorities.setAuthorityPrefix("ROLE_");
    var converter = new ReactiveJwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(
        new ReactiveJwtGrantedAuthoritiesConverterAdapter(authorities));
    return converter;
  }

  /** A token that is not genuine costs as much as a request without one: it is no free guess. */
  private static ErrorResponseException refusal(ServerWebExchange exchange, RateLimit limit) {
    return limit.ofAddress(exchange.getRequest()).orElseGet(Problems::unauthenticated);
  }

  /** Else every request is half a dozen spans and timers of Spring Security's filters. */
  @Bean
  SecurityObservationSettings withoutObservations() {
    return SecurityObservationSettings.noObservations();
  }

  /**
   * Paths that could be read in two ways ({@code ..}, {@code //}, {@code %2f}) go no further, nor
   * do unknown methods.
   */
  @Bean
  ServerExchangeRejectedHandler rejectedRequests(ProblemAnswers problems) {
    return (exchange, e) ->
        problems.handle(exchange, Problems.of(rejection(exchange.getRequest().getMethod())));
  }

  private static HttpStatus rejection(HttpMethod method) {
    return METHODS.contains(method) ? HttpStatus.BAD_REQUEST : HttpStatus.METHOD_NOT_ALLOWED;
  }

  @Bean
  CorsConfigurationSource corsConfigurationSource(CorsProperties cors) {
    var source = new UrlBasedCorsConfigurationSource();
    if (!cors.allowedOrigins().isEmpty()) {
      source.registerCorsConfiguration("/**", cors.toConfiguration());
    }
    return source;
  }
}
