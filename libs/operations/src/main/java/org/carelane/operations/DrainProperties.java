package org.carelane.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * @param time how long a stopping service goes on serving. Long enough for gateways, which read the
 *     register every second and cache it for another, and for proxies, which check readiness
 */
@ConfigurationProperties("carelane.drain")
record DrainProperties(@Name("for") @DefaultValue("5s") Duration time) {}
