package org.carelane.operations;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;

/**
 * Sets a service's status in the register: UP from when its web server listens until it is told to
 * stop, then DOWN. A change is sent at once.
 */
class RegisteredStatus {

  private final ApplicationInfoManager instance;

  RegisteredStatus(ApplicationInfoManager instance) {
    this.instance = instance;
  }

  /** Not OUT_OF_SERVICE, which the register does not accept from an instance that was UP. */
  @EventListener
  void on(AvailabilityChangeEvent<ReadinessState> readiness) {
    instance.setInstanceStatus(
        switch (readiness.getState()) {
          case ACCEPTING_TRAFFIC -> InstanceStatus.UP;
          case REFUSING_TRAFFIC -> InstanceStatus.DOWN;
        });
  }
}
