package org.carelane.gateway.trace;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * One line per request, in its trace, when it is over. The query is left out: it may carry a token.
 * Probes and metrics are not logged.
 */
@Component
class AccessLog implements ObservationHandler<ServerRequestObservationContext> {

  private static final Logger log = LoggerFactory.getLogger("access");

  private final RequestTrace trace;

  AccessLog(RequestTrace trace) {
    this.trace = trace;
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ServerRequestObservationContext;
  }

  @Override
  public void onStart(ServerRequestObservationContext context) {
    context.put(Started.class, new Started(System.nanoTime()));
  }

  @Override
  public void onStop(ServerRequestObservationContext context) {
    var request = context.getCarrier();
    var response = context.getResponse();
    Started started = context.get(Started.class);
    if (request == null || started == null || request.getPath().value().startsWith("/actuator")) {
      return;
    }
    var status = response == null ? null : response.getStatusCode();
    trace.within(
        context,
        () ->
            log.info(
                "{} {} {} {} ms{}",
                request.getMethod(),
                request.getURI().getRawPath(),
                status == null ? "-" : status.value(),
                Duration.ofNanos(System.nanoTime() - started.nanos()).toMillis(),
                context.isConnectionAborted() ? " aborted" : ""));
  }

  private record Started(long nanos) {}
}
