package org.carelane.accesstoken;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Decides {@code @PreAuthorize} before anything of the request is read: who may not do something is
 * not told what is wrong with the body. Spring Security decides it again at the call.
 */
final class RolesFirst implements HandlerInterceptor, WebMvcConfigurer {

  private final PreAuthorizeAuthorizationManager roles = new PreAuthorizeAuthorizationManager();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      var call = new SimpleMethodInvocation(method.getBean(), method.getMethod());
      var decision =
          roles.authorize(() -> SecurityContextHolder.getContext().getAuthentication(), call);
      if (decision != null && !decision.isGranted()) {
        throw new AccessDeniedException("role");
      }
    }
    return true;
  }
}
