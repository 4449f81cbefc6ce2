package org.carelane.rest.strict;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a body that is not declared as {@code application/json}. The framework's own check fails
 * at types such as {@code *}{@code /*}.
 */
public final class JsonBodies implements HandlerInterceptor, WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws HttpMediaTypeNotSupportedException {
    var type = request.getContentType();
    if (type != null && takesBody(handler) && !isJson(type)) {
      throw new HttpMediaTypeNotSupportedException("not JSON", List.of(MediaType.APPLICATION_JSON));
    }
    return true;
  }

  private static boolean takesBody(Object handler) {
    return handler instanceof HandlerMethod method
        && Arrays.stream(method.getMethodParameters())
            .anyMatch(it -> it.hasParameterAnnotation(RequestBody.class));
  }

  private static boolean isJson(String type) {
    try {
      return MimeTypeUtils.APPLICATION_JSON.equalsTypeAndSubtype(MimeTypeUtils.parseMimeType(type));
    } catch (InvalidMimeTypeException e) {
      return false;
    }
  }
}
