package org.carelane.operations;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.netflix.eureka.config.DiscoveryClientOptionalArgsConfiguration;
import org.springframework.cloud.netflix.eureka.http.EurekaClientHttpRequestFactorySupplier;
import org.springframework.cloud.netflix.eureka.http.RestClientDiscoveryClientOptionalArgs;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/**
 * Signs in to discovery with each request. In the register's address, where Eureka looks for user
 * and password by itself, they would be logged whenever a register does not answer.
 */
@AutoConfiguration(before = DiscoveryClientOptionalArgsConfiguration.class)
@ConditionalOnBooleanProperty(name = "eureka.client.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RegisterCredentials.class)
public class RegisterAccessAutoConfiguration {

  @Bean
  RestClientDiscoveryClientOptionalArgs registerAccess(
      EurekaClientHttpRequestFactorySupplier connections,
      ObjectProvider<RestClient.Builder> clients,
      RegisterCredentials credentials) {
    return new RestClientDiscoveryClientOptionalArgs(
        connections,
        () ->
            clients
                .getIfAvailable(RestClient::builder)
                .defaultHeaders(
                    headers -> headers.setBasicAuth(credentials.user(), credentials.password())));
  }
}
