package org.carelane.gateway.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param leaveOutFor how long an instance that could not be connected to is sent nothing, as long
 *     as there is another
 */
@ConfigurationProperties("carelane.gateway.unreachable")
record UnreachableProperties(@DefaultValue("10s") Duration leaveOutFor) {}
