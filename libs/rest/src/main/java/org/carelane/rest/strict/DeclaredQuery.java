package org.carelane.rest.strict;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carelane.rest.PageRequest;
import org.carelane.rest.ProblemException;
import org.carelane.rest.text.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses query parameters that the operation does not declare, those sent twice where one is
 * meant, and values in another form: a misspelt filter must not list everything. The framework
 * itself would try further ways to understand a value.
 */
public final class DeclaredQuery implements HandlerInterceptor, WebMvcConfigurer {

  private static final String API = "/api/**";

  private final Map<HandlerMethod, Map<String, Declared>> declared = new ConcurrentHashMap<>();

  /**
   * @param type of each value
   * @param many whether it may be sent more than once
   */
  private record Declared(Class<?> type, boolean many) {

    static final Declared TEXT = new Declared(String.class, false);

    static Declared of(MethodParameter parameter) {
      var type = parameter.getParameterType();
      return Collection.class.isAssignableFrom(type)
          ? new Declared(parameter.nested().getNestedParameterType(), true)
          : new Declared(type, false);
    }
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(API);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      var allowed = declared.computeIfAbsent(method, DeclaredQuery::parametersOf);
      request.getParameterMap().forEach((name, values) -> check(name, values, allowed.get(name)));
    }
    return true;
  }

  private static void check(String name, String[] values, @Nullable Declared declared) {
    if (declared == null) {
      throw ProblemException.invalidField(name, "is not a parameter of this path");
    }
    if (!declared.many() && values.length > 1) {
      throw ProblemException.invalidField(name, "must be there once");
    }
    for (var value : values) {
      if (!Texts.isWhole(value)) {
        throw ProblemException.invalidField(name, "must be whole characters, without NUL");
      }
      if (!Form.isWrittenAs(declared.type(), value)) {
        throw ProblemException.invalidField(name, Expected.textOf(declared.type()));
      }
    }
  }

  private static Map<String, Declared> parametersOf(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .flatMap(DeclaredQuery::namesOf)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Stream<Map.Entry<String, Declared>> namesOf(MethodParameter parameter) {
    if (parameter.getParameterType() == PageRequest.class) {
      return Stream.of(Map.entry("limit", Declared.TEXT), Map.entry("cursor", Declared.TEXT));
    }
    var annotation = parameter.getParameterAnnotation(RequestParam.class);
    if (annotation == null) {
      return Stream.empty();
    }
    var name =
        StringUtils.hasText(annotation.name())
            ? annotation.name()
            : Objects.requireNonNull(parameter.getParameterName(), "compiled with -parameters");
    return Stream.of(Map.entry(name, Declared.of(parameter)));
  }
}
