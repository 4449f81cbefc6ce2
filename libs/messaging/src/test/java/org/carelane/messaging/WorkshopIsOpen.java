package org.carelane.messaging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.carelane.testservers.WithServers;
import org.springframework.boot.test.context.SpringBootTest;

/** One application context for all tests of this module. */
@WithServers
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "spring.application.name=workshop",
      "spring.config.import=classpath:messaging.yml",
      "carelane.messaging.sweep-every=200ms"
    })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WorkshopIsOpen {}
