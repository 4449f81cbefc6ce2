package org.carelane.accesstoken;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Paths of the API that no controller serves, with whatever method. They need no token: nothing is
 * there for anybody, also not at a path with a slash too many.
 */
final class UnknownPaths implements RequestMatcher {

  private static final String API = "/api/";

  private final RequestMappingHandlerMapping mapping;

  UnknownPaths(RequestMappingHandlerMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public boolean matches(HttpServletRequest request) {
    var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    return path.value().startsWith(API) && isUnknown(path);
  }

  private boolean isUnknown(PathContainer path) {
    return mapping.getHandlerMethods().keySet().stream()
        .map(RequestMappingInfo::getPathPatternsCondition)
        .noneMatch(
            it ->
                it != null && it.getPatterns().stream().anyMatch(pattern -> pattern.matches(path)));
  }
}
