package org.carelane.gateway.pages;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Every address of the web client is one file, and the client shows what belongs there. The other
 * files are found by Spring Boot, and what is below {@code /assets} has its content in its name.
 */
@Configuration(proxyBeanMethods = false)
class Pages {

  private static final Resource CLIENT = new ClassPathResource("META-INF/resources/index.html");
  private static final Resource WITHOUT_CLIENT = new ClassPathResource("without-client.html");
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  /** What is below these is no page. */
  private static final List<String> NO_PAGES =
      List.of("/api/", "/api-docs/", "/webjars/", "/.well-known/", "/ws/");

  @Bean
  RouterFunction<ServerResponse> clientPages() {
    var first = RequestPredicates.path("/").and(Pages::isReading);
    if (!CLIENT.exists()) {
      return RouterFunctions.route(first, request -> page(WITHOUT_CLIENT));
    }
    RequestPredicate further = Pages::asksForPage;
    return RouterFunctions.route(first.or(further), request -> page(CLIENT));
  }

  private static boolean isReading(ServerRequest request) {
    return READING.contains(request.method());
  }

  /** A browser that goes somewhere, not a program that asks for anything at all. */
  private static boolean asksForPage(ServerRequest request) {
    var path = request.path() + "/";
    return isReading(request)
        && request.headers().accept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype)
        && !path.contains(".")
        && NO_PAGES.stream().noneMatch(path::startsWith);
  }

  private static Mono<ServerResponse> page(Resource page) {
    return ServerResponse.ok()
        .contentType(MediaType.TEXT_HTML)
        .cacheControl(CacheControl.noCache())
        .bodyValue(page);
  }
}
