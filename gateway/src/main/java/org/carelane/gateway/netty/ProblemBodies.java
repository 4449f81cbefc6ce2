package org.carelane.gateway.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.carelane.gateway.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Of one connection: puts a problem into errors without a body, and refuses odd request lines. */
final class ProblemBodies extends ChannelDuplexHandler {

  /** What the client still sends is read for so long: a reset would take the answer with it. */
  private static final long LINGER_MILLIS = 500;

  private final JsonMapper json;
  private boolean refused;
  private boolean isHead;

  ProblemBodies(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (refused) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpRequest request) {
      isHead = request.method().equals(HttpMethod.HEAD);
      var status = refusal(request);
      if (status != null) {
        refused = true;
        ReferenceCountUtil.release(message);
        context.writeAndFlush(last(status), lingering(context, closing(context)));
        return;
      }
    }
    super.channelRead(context, message);
  }

  /** What cannot be decoded goes on: Netty refuses that itself. */
  private static @Nullable HttpResponseStatus refusal(HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return null;
    }
    if (request.protocolVersion().majorVersion() != 1) {
      return HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED;
    }
    return request.uri().chars().allMatch(it -> it > ' ' && it < 0x7f)
        ? null
        : HttpResponseStatus.BAD_REQUEST;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof FullHttpResponse answer && lacksBody(answer)) {
      ReferenceCountUtil.release(answer);
      var isLast =
          answer.headers().containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
      context.write(
          withBody(answer.status(), answer.headers()),
          isLast ? lingering(context, promise) : promise);
      return;
    }
    super.write(context, message, promise);
  }

  private boolean lacksBody(FullHttpResponse answer) {
    return answer.status().code() >= 400 && !isHead && !answer.content().isReadable();
  }

  private FullHttpResponse last(HttpResponseStatus status) {
    var answer = withBody(status, null);
    answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return answer;
  }

  private FullHttpResponse withBody(HttpResponseStatus status, @Nullable HttpHeaders headers) {
    var problem = Problems.of(HttpStatus.valueOf(status.code())).getBody();
    var body = Unpooled.wrappedBuffer(json.writeValueAsBytes(problem));
    var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
    if (headers != null) {
      answer.headers().set(headers);
    }
    answer
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
    return answer;
  }

  private static ChannelPromise closing(ChannelHandlerContext context) {
    var promise = context.newPromise();
    promise.addListener(ChannelFutureListener.CLOSE);
    return promise;
  }

  /** A promise that keeps another one, by which the connection is closed, a little later. */
  private static ChannelPromise lingering(ChannelHandlerContext context, ChannelPromise later) {
    var written = context.newPromise();
    Runnable keep = later::trySuccess;
    written.addListener(
        _ -> context.executor().schedule(keep, LINGER_MILLIS, TimeUnit.MILLISECONDS));
    return written;
  }
}
