package dev.crawler.vertx.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/// Stands where requests leave for the network, or for TLS, and has their bytes heard. *Confined to
/// the connection's event loop.*
final class RequestTap extends ChannelOutboundHandlerAdapter {
  private final AnswerDecoder decoder;

  /// @param decoder knows what the request is heard by
  RequestTap(AnswerDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    var tap = decoder.tap();
    if (tap != null && message instanceof ByteBuf bytes) {
      tap.send(bytes.nioBuffer());
    }
    var _ = context.write(message, promise);
  }
}
