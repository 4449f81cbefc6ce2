package org.carelane.accesstoken;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Paths of the API that no controller serves, with whatever method. They need no token: nothing is
 * there for anybody, also not at a path with a slash too many.
 */
final class UnknownPaths implements RequestMatcher {

  private static final String API = "/api/";

  /** Looked up once, at the first request: the mapping makes a copy each time. */
  private final Supplier<List<PathPattern>> known;

  UnknownPaths(RequestMappingHandlerMapping mapping) {
    known = SingletonSupplier.of(() -> patternsOf(mapping));
  }

  private static List<PathPattern> patternsOf(RequestMappingHandlerMapping mapping) {
    return mapping.getHandlerMethods().keySet().stream()
        .map(RequestMappingInfo::getPathPatternsCondition)
        .filter(Objects::nonNull)
        .flatMap(it -> it.getPatterns().stream())
        .distinct()
        .toList();
  }

  @Override
  public boolean matches(HttpServletRequest request) {
    var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    return path.value().startsWith(API)
        && known.get().stream().noneMatch(pattern -> pattern.matches(path));
  }
}
