package org.carelane.chat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.carelane.testservers.WithServers;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * One application context for all integration tests: a second one with a database of its own would
 * take part of the first one's messages.
 */
@WithServers
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "carelane.chat.live.connect-within=8s",
      "carelane.chat.live.allowed-origins=https://app.example"
    })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChatServiceIsRunning {}
