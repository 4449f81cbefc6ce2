package org.carelane.accesstoken;

import java.net.MalformedURLException;
import org.carelane.accesstoken.verification.AccessTokenDecoder;
import org.carelane.accesstoken.verification.AccessTokenProperties;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Makes a servlet service a stateless resource server. Probes, metrics and the API description are
 * open: the gateway does not route them.
 */
@AutoConfiguration(
    before = {
      OAuth2ResourceServerWebSecurityAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class
    })
@EnableConfigurationProperties(AccessTokenProperties.class)
@EnableMethodSecurity
@Import({SecurityProblems.class, CallerArgument.class, RolesFirst.class})
public class AccessTokenAutoConfiguration {

  private static final String[] OPERATIONS = {
    "/actuator/health/**", "/actuator/info", "/actuator/prometheus", "/v3/api-docs/**", "/error"
  };

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Bean
  @ConditionalOnMissingBean
  JwtDecoder accessTokenDecoder(AccessTokenProperties properties) throws MalformedURLException {
    return AccessTokenDecoder.create(properties);
  }

  @Bean
  SecurityFilterChain accessTokenSecurity(
      HttpSecurity http,
      ObjectProvider<PublicPaths> publicPaths,
      SecurityProblems problems,
      UnknownPaths unknownPaths) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests -> {
              requests.requestMatchers(OPERATIONS).permitAll();
              requests.requestMatchers(HttpMethod.OPTIONS).permitAll();
              publicPaths.forEach(
                  open -> {
                    if (open.methods().isEmpty()) {
                      requests.requestMatchers(open.patterns()).permitAll();
                    }
                    open.methods()
                        .forEach(it -> requests.requestMatchers(it, open.patterns()).permitAll());
                  });
              requests.requestMatchers(unknownPaths).permitAll();
              requests.anyRequest().authenticated();
            })
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint(problems)
                    .accessDeniedHandler(problems)
                    .withObjectPostProcessor(answeringAllFailures(problems))
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(roles())))
        .exceptionHandling(
            it -> it.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .build();
  }

  @Bean
  UnknownPaths unknownPaths(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    return new UnknownPaths(mapping);
  }

  /** Otherwise the filter throws failures to fetch keys, and no handler catches them. */
  private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answeringAllFailures(
      SecurityProblems problems) {
    return new ObjectPostProcessor<>() {
      @Override
      public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
        filter.setAuthenticationFailureHandler(problems::commence);
        return filter;
      }
    };
  }

  /** No spans for security filters: they cost more than the filters do. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  private static Converter<Jwt, AbstractAuthenticationToken> roles() {
    var authorities = new JwtGrantedAuthoritiesConverter();
    authorities.setAuthoritiesClaimName("roles");
    authorities.setAuthorityPrefix("ROLE_");
    var converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(authorities);
    return converter;
  }
}
