package org.carelane.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

class RequestLimitTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicInteger served = new AtomicInteger();
  private final RequestLimit limit =
      new RequestLimit(
          new RequestLimits(1, Duration.ofMillis(1)),
          (_, response, _, e) -> {
            var problem = (ProblemException) e;
            response.setStatus(problem.getStatusCode().value());
            problem.getHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
            return new ModelAndView();
          },
          meters);

  @Test
  void refusesWhatIsBeyondTheLimitForAsLongAsItIs() throws Exception {
    var refused = new MockHttpServletResponse();
    send("/api/v1/doctors", (_, _) -> limit.doFilter(get("/api/v1/doctors"), refused, counted()));
    assertThat(refused.getStatus()).isEqualTo(503);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("2");
    assertThat(served).hasValue(0);
    assertThat(meters.counter("carelane.requests.refused").count()).isEqualTo(1);

    send("/api/v1/doctors", counted());
    assertThat(served).hasValue(1);
  }

  @Test
  void letsProbesAndMetricsPass() throws Exception {
    send("/api/v1/doctors", (_, _) -> send("/actuator/health/liveness", counted()));
    assertThat(served).hasValue(1);
  }

  @Test
  void givesThePlaceBackWhenARequestFails() throws Exception {
    assertThatExceptionOfType(ServletException.class)
        .isThrownBy(
            () ->
                send(
                    "/api/v1/doctors",
                    (_, _) -> {
                      throw new ServletException("broken");
                    }));
    send("/api/v1/doctors", counted());
    assertThat(served).hasValue(1);
  }

  private void send(String path, FilterChain chain) throws ServletException, java.io.IOException {
    limit.doFilter(get(path), new MockHttpServletResponse(), chain);
  }

  private static MockHttpServletRequest get(String path) {
    return new MockHttpServletRequest("GET", path);
  }

  private FilterChain counted() {
    return (_, _) -> served.incrementAndGet();
  }
}
