package org.carelane.chat.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/**
 * Spring's simple STOMP broker knows only this replica's sessions; others' messages come by Kafka.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocketMessageBroker
class LiveConfiguration implements WebSocketMessageBrokerConfigurer {

  private final LiveProperties properties;
  private final LiveScheduler scheduler;
  private final OpenSessions sessions;
  private final FrameGuard guard;
  private final Receipts receipts;
  private final Connected connected;
  private final MalformedFrames malformedFrames;
  private final HandshakeCheck handshakes;

  LiveConfiguration(
      LiveProperties properties,
      LiveScheduler scheduler,
      OpenSessions sessions,
      FrameGuard guard,
      Receipts receipts,
      Connected connected,
      MalformedFrames malformedFrames,
      HandshakeCheck handshakes) {
    this.properties = properties;
    this.scheduler = scheduler;
    this.sessions = sessions;
    this.guard = guard;
    this.receipts = receipts;
    this.connected = connected;
    this.malformedFrames = malformedFrames;
    this.handshakes = handshakes;
  }

  @Override
  public void registerStompEndpoints(StompEndpointRegistry registry) {
    var origins = properties.allowedOrigins().toArray(String[]::new);
    registry.addEndpoint("/ws").addInterceptors(handshakes).setAllowedOrigins(origins);
    registry.setErrorHandler(malformedFrames);
    registry.setPreserveReceiveOrder(true);
  }

  @Override
  public void configureMessageBroker(MessageBrokerRegistry registry) {
    long heartbeat = properties.heartbeat().toMillis();
    registry.setApplicationDestinationPrefixes("/app");
    registry.setPreservePublishOrder(true);
    registry
        .enableSimpleBroker("/topic")
        .setTaskScheduler(scheduler.forHeartbeats())
        .setHeartbeatValue(new long[] {heartbeat, heartbeat});
  }

  @Override
  public void configureWebSocketTransport(WebSocketTransportRegistration transport) {
    transport
        .setMessageSizeLimit((int) properties.frameLimit().toBytes())
        .setSendBufferSizeLimit((int) properties.sendBuffer().toBytes())
        .setSendTimeLimit((int) properties.sendTime().toMillis())
        .setTimeToFirstMessage((int) properties.connectWithin().toMillis())
        .addDecoratorFactory(sessions);
  }

  @Override
  public void configureClientInboundChannel(ChannelRegistration channel) {
    channel.interceptors(guard, receipts).executor(new VirtualThreadTaskExecutor("from-client-"));
  }

  @Override
  public void configureClientOutboundChannel(ChannelRegistration channel) {
    channel.interceptors(connected).executor(new VirtualThreadTaskExecutor("to-client-"));
  }

  /** Raises the container's default limit of 8 KB, which is too small for long messages. */
  @Bean
  ServletServerContainerFactoryBean webSocketContainer() {
    var container = new ServletServerContainerFactoryBean();
    container.setMaxTextMessageBufferSize((int) properties.frameLimit().toBytes());
    container.setMaxBinaryMessageBufferSize((int) properties.frameLimit().toBytes());
    return container;
  }
}
