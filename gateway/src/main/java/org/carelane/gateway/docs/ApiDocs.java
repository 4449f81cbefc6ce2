package org.carelane.gateway.docs;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RequestPredicates.accept;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carelane.gateway.routing.BackendService;
import org.carelane.gateway.routing.Routes;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api-docs} is a page, or for a client that asks for JSON the list behind it; {@code
 * /api-docs/openapi.json} is the published description of all, {@code /api-docs/<service>} the
 * service's own.
 */
@Configuration(proxyBeanMethods = false)
class ApiDocs {

  private static final String WHOLE = "/api-docs/openapi.json";

  record Description(String name, String url) {}

  @Bean
  RouterFunction<ServerResponse> apiDocsPage() {
    var page = new ClassPathResource("static/api-docs/index.html");
    var whole = new ClassPathResource("api-description/carelane.json");
    return RouterFunctions.route(
            GET("/api-docs").and(accept(MediaType.TEXT_HTML)),
            request -> ServerResponse.ok().contentType(MediaType.TEXT_HTML).bodyValue(page))
        .andRoute(GET("/api-docs"), request -> ServerResponse.ok().bodyValue(descriptions()))
        .andRoute(
            GET(WHOLE),
            request ->
                ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(whole));
  }

  @Bean
  RouteLocator apiDocRoutes(RouteLocatorBuilder builder) {
    var routes = builder.routes();
    for (var service : BackendService.values()) {
      var id = service.id() + "-docs";
      routes.route(
          id,
          route ->
              route
                  .path(path(service))
                  .filters(
                      filters ->
                          Routes.guarded(filters, id)
                              .setPath("/v3/api-docs")
                              .modifyResponseBody(
                                  ObjectNode.class,
                                  ObjectNode.class,
                                  (exchange, document) ->
                                      Mono.justOrEmpty(document).map(ApiDocs::servedFromHere)))
                  .uri(service.uri()));
    }
    return routes.build();
  }

  private static List<Description> descriptions() {
    var services =
        Arrays.stream(BackendService.values())
            .map(service -> new Description(service.id(), path(service)));
    return Stream.concat(Stream.of(new Description("carelane", WHOLE)), services).toList();
  }

  private static String path(BackendService service) {
    return "/api-docs/" + service.id();
  }

  /** Replaces the service's own address, which clients cannot reach. */
  private static ObjectNode servedFromHere(ObjectNode document) {
    if (document.has("openapi")) {
      document.putArray("servers").addPOJO(Map.of("url", "/"));
    }
    return document;
  }
}
