package org.carelane.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.carelane.testservers.TravellingClock;
import org.carelane.testservers.WithServers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** One application context for all integration tests. */
@WithServers
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "carelane.auth.key-encryption-secret=" + AuthServiceIsRunning.SECRET,
      "carelane.auth.admin.email= " + People.ADMIN_EMAIL,
      "carelane.auth.admin.password=" + People.ADMIN_PASSWORD,
      "carelane.auth.password.bcrypt-strength=6",
      "carelane.auth.attempts.account.free=3",
      "carelane.auth.attempts.account.longest-delay=8s",
      "carelane.auth.attempts.address.free=6",
      "carelane.clock.check-every=100ms",
      "CARELANE_AUTH_TRUSTED_PROXIES=127.0.0.0/8, ::1/128"
    })
@Import(TravellingClock.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface AuthServiceIsRunning {

  String SECRET = "a secret for these tests, 32 or more";
}
