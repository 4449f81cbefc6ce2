package org.carelane.appointments.doctor;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param awaitAccount how long a request that names an account waits for auth-service's
 *     announcement of it, before it is refused; the gateway waits 13 s for the answer
 */
@Validated
@ConfigurationProperties("carelane.doctors")
record DoctorProperties(
    @DefaultValue("5s") @DurationMin(seconds = 0) @DurationMax(seconds = 9)
        Duration awaitAccount) {}
