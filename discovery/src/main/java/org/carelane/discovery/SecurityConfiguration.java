package org.carelane.discovery;

import jakarta.servlet.DispatcherType;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.netflix.eureka.server.ReplicationClientAdditionalFilters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The register is for who knows its password: where requests go is decided here. Probes and metrics
 * are open, as they are at the services.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Credentials.class)
class SecurityConfiguration {

  private static final String[] OPERATIONS = {
    "/actuator/health/**", "/actuator/info", "/actuator/prometheus"
  };

  @Bean
  SecurityFilterChain registerSecurity(HttpSecurity http, AuthenticationManager callers) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authenticationManager(callers)
        .httpBasic(basic -> basic.realmName("discovery"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(OPERATIONS)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .build();
  }

  /** Compares in plain: a slow hash would be paid several times a second by each instance. */
  @Bean
  AuthenticationManager callers(Credentials credentials) {
    return given -> {
      if (!credentials.are(given.getName(), given.getCredentials())) {
        throw new BadCredentialsException("wrong user or password");
      }
      return UsernamePasswordAuthenticationToken.authenticated(given.getName(), null, List.of());
    };
  }

  /** What one register tells another. */
  @Bean
  ReplicationClientAdditionalFilters replicationClientAdditionalFilters(Credentials credentials) {
    ClientRequestFilter signsIn =
        request -> request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, credentials.basic());
    return new ReplicationClientAdditionalFilters(List.of(signsIn));
  }

  /** Else every request is half a dozen spans and timers of Spring Security's filters. */
  @Bean
  SecurityObservationSettings withoutObservations() {
    return SecurityObservationSettings.noObservations();
  }
}
