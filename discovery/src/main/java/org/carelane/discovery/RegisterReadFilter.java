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
 * Refuses to read out the register until Eureka has opened it: that happens beside the start of the
 * web server, and before it Eureka would read out an empty one. From then on it refuses by itself
 * for as long as {@code wait-time-in-ms-when-sync-empty} says. A client that is refused keeps what
 * it read last.
 */
@Component
class UnopenedRegister extends OncePerRequestFilter {

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
