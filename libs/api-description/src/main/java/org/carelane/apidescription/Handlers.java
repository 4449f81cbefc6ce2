package org.carelane.apidescription;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which method of a controller answers which operation. */
record Handlers(Map<String, HandlerMethod> byOperation) {

  static Handlers of(RequestMappingHandlerMapping mapping) {
    Map<String, HandlerMethod> found = new HashMap<>();
    mapping
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              for (var path : info.getPatternValues()) {
                for (var method : info.getMethodsCondition().getMethods()) {
                  found.put(key(method.asHttpMethod(), path), handler);
                }
              }
            });
    return new Handlers(Map.copyOf(found));
  }

  Optional<HandlerMethod> of(HttpMethod method, String path) {
    return Optional.ofNullable(byOperation.get(key(method, path)));
  }

  private static String key(HttpMethod method, String path) {
    return method + " " + path;
  }
}
