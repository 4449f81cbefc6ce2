package org.carelane.rest;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** What Tomcat itself refuses, before any filter or controller is asked, is a problem too. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemReport implements WebServerFactoryCustomizer<TomcatWebServerFactory> {

  private final JsonMapper json;

  ProblemReport(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void customize(TomcatWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new Valve(json)));
  }

  private static final class Valve extends ErrorReportValve {

    private final JsonMapper json;

    Valve(JsonMapper json) {
      this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
      if (response.getStatus() < 400
          || response.getContentWritten() > 0
          || !response.setErrorReported()) {
        return;
      }
      var status = HttpStatus.resolve(response.getStatus());
      var problem = ProblemAdvice.problem(status == null ? HttpStatus.BAD_REQUEST : status);
      try {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
        response.finishResponse();
      } catch (IOException e) {
        container.getLogger().debug("The client has gone", e);
      }
    }
  }
}
