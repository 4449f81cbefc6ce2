package org.carelane.gateway.services;

import java.time.Duration;
import java.util.Objects;
import org.carelane.gateway.services.ServiceState.Instance;
import org.carelane.gateway.services.ServiceState.Status;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks an instance whether it is ready, as whatever starts and stops it does. */
@Component
class Readiness {

  private static final String PATH = "/actuator/health/readiness";
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

  private final WebClient http = WebClient.create();

  Mono<Instance> of(ServiceInstance instance) {
    // Not its address, which is nobody's business out there.
    var id = Objects.requireNonNullElse(instance.getInstanceId(), instance.getServiceId());
    return http.get()
        .uri(instance.getUri().resolve(PATH))
        .exchangeToMono(
            answer ->
                answer
                    .releaseBody()
                    .thenReturn(answer.statusCode().is2xxSuccessful() ? Status.UP : Status.DOWN))
        .timeout(ANSWERS_WITHIN)
        .onErrorReturn(Status.UNREACHABLE)
        .map(status -> new Instance(id, status));
  }
}
