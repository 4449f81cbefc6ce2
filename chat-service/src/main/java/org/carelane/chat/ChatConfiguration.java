package org.carelane.chat;

import org.carelane.accesstoken.PublicPaths;
import org.carelane.messaging.OutboxCollections;
import org.carelane.messaging.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChatConfiguration {

  @Bean
  Topics chatTopics() {
    return new Topics("appointment.events", "doctor.events", "chat.events");
  }

  @Bean
  OutboxCollections chatOutboxes() {
    return new OutboxCollections("messages");
  }

  /** The handshake needs no token: browsers cannot send one with it. The CONNECT frame has it. */
  @Bean
  PublicPaths handshake() {
    return new PublicPaths("/ws");
  }
}
