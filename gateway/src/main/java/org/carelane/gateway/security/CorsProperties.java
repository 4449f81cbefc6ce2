package org.carelane.gateway.security;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Which other web sites may call the API from a browser. None by default.
 *
 * @param allowedOrigins e.g. {@code https://app.example}; patterns such as {@code
 *     https://*.example} are allowed
 */
@ConfigurationProperties("carelane.gateway.cors")
record CorsProperties(
    @DefaultValue List<String> allowedOrigins, @DefaultValue("1h") Duration maxAge) {

  CorsConfiguration toConfiguration() {
    var cors = new CorsConfiguration();
    cors.setAllowedOriginPatterns(allowedOrigins);
    cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    cors.setAllowedHeaders(
        List.of(
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Last-Event-ID",
            "traceparent"));
    cors.setExposedHeaders(
        List.of("ETag", "Location", "Retry-After", "X-Trace-Id", "WWW-Authenticate"));
    cors.setMaxAge(maxAge);
    return cors;
  }
}
