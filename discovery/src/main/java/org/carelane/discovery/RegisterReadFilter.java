package org.carelane.discovery;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.cloud.netflix.eureka.server.event.EurekaRegistryAvailableEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers reads of the register with 403 until Eureka has opened it. Eureka does so while the web
 * server starts already, and would return an empty register before that. After that, Eureka itself
 * refuses reads for {@code wait-time-in-ms-when-sync-empty}. A refused client keeps what it read
 * last.
 */
@Component
class RegisterReadFilter extends OncePerRequestFilter {

  private volatile boolean open;

  @EventListener(EurekaRegistryAvailableEvent.class)
  void open() {
    open = true;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return open
        || !request.getMethod().equals("GET")
        || !request.getRequestURI().startsWith("/eureka/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }
}
