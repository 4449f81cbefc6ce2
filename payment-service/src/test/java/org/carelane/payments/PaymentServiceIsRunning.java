package org.carelane.payments;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.carelane.testservers.WithServers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/**
 * One application context for all integration tests: a second one with a database of its own would
 * take part of the first one's messages.
 */
@WithServers
@ActiveProfiles("test")
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "carelane.payments.provider=sandbox",
      "carelane.payments.call.timeout=3s",
      "carelane.payments.breaker.minimum-calls=40",
      "carelane.payments.attempts.first-backoff=50ms",
      "carelane.payments.attempts.longest-backoff=200ms",
      "carelane.payments.attempts.poll-every=50ms",
      "carelane.payments.reconciliation.every=100ms",
      "carelane.payments.reconciliation.settle-for=500ms",
      "carelane.payments.sandbox.slow-by=300ms"
    })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PaymentServiceIsRunning {}
