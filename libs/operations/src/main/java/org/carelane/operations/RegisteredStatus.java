package org.carelane.operations;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;

/**
 * A service is UP in the register while it accepts requests: not before its web server listens, and
 * not any more once it was told to stop. A change is told to the register at once.
 */
class RegisteredStatus {

  private final ApplicationInfoManager instance;

  RegisteredStatus(ApplicationInfoManager instance) {
    this.instance = instance;
  }

  /** Not OUT_OF_SERVICE, which the register does not take from an instance that was UP. */
  @EventListener
  void on(AvailabilityChangeEvent<ReadinessState> readiness) {
    instance.setInstanceStatus(
        switch (readiness.getState()) {
          case ACCEPTING_TRAFFIC -> InstanceStatus.UP;
          case REFUSING_TRAFFIC -> InstanceStatus.DOWN;
        });
  }
}
