package org.carelane.rest;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets controllers take a {@link PageRequest} and an {@link IdempotencyKey} as parameters. A key
 * that is not {@code @Nullable} is required.
 */
class RestArguments implements WebMvcConfigurer {

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(
        argument(
            PageRequest.class,
            (_, request) ->
                PageRequest.parse(request.getParameter("limit"), request.getParameter("cursor"))));
    resolvers.add(
        argument(
            IdempotencyKey.class,
            (parameter, request) -> {
              var key = request.getHeader(IdempotencyKey.HEADER);
              if (key == null && !parameter.isOptional()) {
                throw ProblemException.idempotencyKeyRequired();
              }
              return key == null ? null : new IdempotencyKey(key);
            }));
  }

  private static HandlerMethodArgumentResolver argument(
      Class<?> type, BiFunction<MethodParameter, NativeWebRequest, @Nullable Object> resolve) {
    return new HandlerMethodArgumentResolver() {
      @Override
      public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == type;
      }

      @Override
      public @Nullable Object resolveArgument(
          MethodParameter parameter,
          @Nullable ModelAndViewContainer container,
          NativeWebRequest request,
          @Nullable WebDataBinderFactory binders) {
        return resolve.apply(parameter, request);
      }
    };
  }
}
