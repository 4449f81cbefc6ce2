package org.carelane.operations;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaRegistration;

/**
 * A part of readiness: up once the service has found itself in the register. So a rolling update
 * stops an old instance only when gateways can find the new one, and a gateway is ready only when
 * it has read the register. It stays up when the register is away.
 */
class RegistrationHealth implements HealthIndicator {

  private final Supplier<@Nullable EurekaRegistration> registration;
  private volatile boolean seen;

  RegistrationHealth(Supplier<@Nullable EurekaRegistration> registration) {
    this.registration = registration;
  }

  @Override
  public Health health() {
    seen = seen || isSeen(registration.get());
    return seen ? Health.up().build() : Health.outOfService().build();
  }

  /** Only instances that are UP are read from the register. */
  private static boolean isSeen(@Nullable EurekaRegistration own) {
    if (own == null) {
      return true; // it does not register
    }
    var instance = own.getApplicationInfoManager().getInfo();
    var application = own.getEurekaClient().getApplication(instance.getAppName());
    return application != null && application.getByInstanceId(instance.getId()) != null;
  }
}
