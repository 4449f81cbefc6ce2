package org.carelane.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * @param time how long a service that is to stop goes on serving, so that everyone notices: the
 *     gateways, which read the register every second and believe it for another, and the proxies in
 *     front of a gateway, which ask for its readiness
 */
@ConfigurationProperties("carelane.drain")
record DrainProperties(@Name("for") @DefaultValue("5s") Duration time) {}
