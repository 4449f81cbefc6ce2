package org.carelane.gateway.netty;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

/** Gives what Netty refuses by itself a body: every error is a problem. */
@Component
class NettyProblems implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

  private static final String NAME = "carelane.problems";

  private final JsonMapper json;

  NettyProblems(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void customize(NettyReactiveWebServerFactory factory) {
    factory.addServerCustomizers(
        server ->
            server.doOnChannelInit(
                (_, channel, _) ->
                    channel
                        .pipeline()
                        .addAfter(NettyPipeline.HttpCodec, NAME, new ProblemBodies(json))));
  }
}
