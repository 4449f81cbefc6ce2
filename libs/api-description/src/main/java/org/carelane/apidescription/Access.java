package org.carelane.apidescription;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.carelane.accesstoken.Caller;
import org.carelane.accesstoken.PublicPaths;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may call an operation. */
record Access(List<PublicPaths> open) {

  private static final Pattern ROLE = Pattern.compile("'(\\w+)'");
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  /** Whether it answers a caller without a token. */
  boolean isPublic(HttpMethod method, String path) {
    var example = PathContainer.parsePath(VARIABLE.matcher(path).replaceAll("x"));
    return open.stream()
        .filter(it -> it.methods().isEmpty() || it.methods().contains(method))
        .flatMap(it -> Arrays.stream(it.patterns()))
        .anyMatch(it -> PathPatternParser.defaultInstance.parse(it).matches(example));
  }

  /** Whether it has something to say to a caller it knows. */
  static boolean looksAtCaller(HandlerMethod handler) {
    return Arrays.stream(handler.getMethodParameters())
        .anyMatch(it -> it.getParameterType() == Caller.class);
  }

  /** The roles of which it needs one; empty when every caller may. */
  static List<String> roles(HandlerMethod handler) {
    var guard = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
    if (guard == null) {
      guard = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class);
    }
    return guard == null
        ? List.of()
        : ROLE.matcher(guard.value()).results().map(MatchResult::group).map(Access::bare).toList();
  }

  private static String bare(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }
}
