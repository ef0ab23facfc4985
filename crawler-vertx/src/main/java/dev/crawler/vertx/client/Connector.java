package dev.crawler.vertx.client;

import dev.crawler.core.fetch.Phase;
import dev.crawler.core.fetch.ProxyException;
import dev.crawler.core.fetch.ProxyServer;
import dev.crawler.core.plan.HttpSettings;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpConnectParams;
import io.vertx.core.http.impl.UnpooledHttpClientConnection;
import io.vertx.core.http.impl.tcp.TcpHttpClientTransport;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.http.HttpClientInternal;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/// Opens connections of Vert.x's HTTP client to addresses that were found and allowed before, so
/// that what was checked is what is connected to, and puts our decoder in the place of its codec.
///
/// It goes below the client's public face, for two things that it does not offer: a connect timeout
/// for each address, and the pipeline. *Confined to its event loop.*
final class Connector {
  private final ContextInternal loop;
  private final HttpClientInternal client;
  private final HttpSettings settings;
  private final ClientSSLOptions tls;

  Connector(ContextInternal loop, HttpSettings settings, ClientSSLOptions tls) {
    this.loop = loop;
    this.settings = settings;
    this.tls = tls;
    var options = new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_1_1);
    client = (HttpClientInternal) loop.owner().createHttpClient(options);
  }

  /// Asked of the client each time: a client that nobody holds closes itself.
  private TcpHttpClientTransport transport() {
    return (TcpHttpClientTransport) client.tcpTransport();
  }

  /// Connects to the first address that answers. Each gets an even share of the time that is left,
  /// so that a dead first one leaves enough for the second.
  Future<Wire> open(Route route, List<InetAddress> allowed, Exchange exchange) {
    long nanos = Math.min(settings.connectTimeout().toNanos(), exchange.remainingNanos());
    return open(route, allowed, exchange, System.nanoTime() + nanos);
  }

  private Future<Wire> open(Route route, List<InetAddress> left, Exchange exchange, long end) {
    long share = (end - System.nanoTime()) / left.size();
    boolean secured = route.secure() && settings.proxy().isEmpty();
    exchange.enter(secured ? Phase.HANDSHAKE : Phase.CONNECT);
    var attempt = connect(route, left.getFirst(), Duration.ofNanos(share), exchange);
    return left.size() == 1
        ? attempt
        : attempt.recover(cause ->
            exchange.isOver() || cause instanceof ProxyException
                ? Future.failedFuture(cause)
                : open(route, left.subList(1, left.size()), exchange, end));
  }

  private Future<Wire> connect(
      Route route, InetAddress address, Duration patience, Exchange exchange) {
    var proxy = settings.proxy();
    int port = proxy.map(ProxyServer::port).orElse(route.port());
    var peer = proxy.isPresent() ? TunnelSocket.named(route, address) : address;
    var server = SocketAddress.inetSocketAddress(new InetSocketAddress(peer, port));
    long end = System.nanoTime() + patience.toNanos();
    var options =
        new ConnectOptions()
            .setRemoteAddress(server)
            .setHost(route.name())
            .setPort(route.port())
            .setTimeout((int) Math.max(1, patience.toMillis()))
            .setSsl(route.secure() && proxy.isEmpty())
            .setSslOptions(tls.copy());
    Promise<NetSocket> connected = loop.promise();
    transport().client().connectInternal(options, connected, loop);
    return connected
        .future()
        .compose(socket ->
            route.secure() && proxy.isPresent()
                ? new TunnelSocket(loop, socket, exchange)
                    .through(
                        proxy.orElseThrow(),
                        route,
                        Duration.ofNanos(end - System.nanoTime()),
                        tls.copy())
                : Future.succeededFuture(socket))
        .compose(socket -> wrap(route, address, server, socket));
  }

  private Future<Wire> wrap(
      Route route, InetAddress address, SocketAddress server, NetSocket socket) {
    var authority = HostAndPort.create(route.name(), route.port());
    var params = new HttpConnectParams(List.of(HttpVersion.HTTP_1_1), tls, null, route.secure());
    return transport()
        .wrap(loop, params, authority, null, server, socket)
        .map(connection -> {
          connection.evictionHandler(_ -> {}); // nobody keeps it but us
          connection.exceptionHandler(_ -> {}); // its request hears of it, or nobody needs to
          var decoder = decodeIn(connection.channelHandlerContext().pipeline());
          return new Wire(route, address, new UnpooledHttpClientConnection(connection), decoder);
        });
  }

  /// The allocator is not Netty's usual one, which gives chunks back all the time: without `Unsafe`
  /// each of them makes the JVM stop every thread for a moment, a quarter of all CPU.
  private AnswerDecoder decodeIn(ChannelPipeline pipeline) {
    pipeline.channel().config().setAllocator(PooledByteBufAllocator.DEFAULT);
    var decoder = new AnswerDecoder(settings);
    pipeline.replace("codec", "codec", decoder);
    pipeline.addAfter("codec", "encoder", new HttpRequestEncoder());
    if (settings.keepsWire()) {
      pipeline.addBefore("codec", "tap", new RequestTap(decoder));
    }
    return decoder;
  }
}
