package org.carelane.documents.clock;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param offByAtMost how far this process's clock may be from the database's while it is ready
 * @param checkEvery how often they are compared
 * @param answerWithin a comparison is ignored if the database took longer to answer, since it is
 *     only precise to half of that
 */
@ConfigurationProperties("carelane.clock")
public record ClockProperties(
    @DefaultValue("2s") Duration offByAtMost,
    @DefaultValue("10s") Duration checkEvery,
    @DefaultValue("500ms") Duration answerWithin) {}
