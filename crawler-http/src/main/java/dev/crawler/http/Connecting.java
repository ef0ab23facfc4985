package dev.crawler.http;

import dev.crawler.core.fetch.Phase;
import dev.crawler.core.fetch.ProxyException;
import dev.crawler.core.fetch.Tunnel;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.core5.concurrent.CallbackContribution;
import org.apache.hc.core5.concurrent.ComplexCancellable;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// The way to a new connection for one exchange: its allowed addresses, one after the other, until
/// one answers. Each gets an even share of the time that is left, so that a dead first one leaves
/// enough for the second. *Driven by one thread at a time.*
final class Connecting {
  private static final Object ALWAYS_HTTP_1 =
      TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build();

  private final EventConnector connector;
  private final CallbackExchange exchange;
  private final List<InetSocketAddress> remotes;
  private final Consumer<EventConnection> whenConnected;
  private final long end;
  private int tried;

  Connecting(
      EventConnector connector,
      CallbackExchange exchange,
      List<InetSocketAddress> remotes,
      Consumer<EventConnection> whenConnected) {
    this.connector = connector;
    this.exchange = exchange;
    this.remotes = remotes;
    this.whenConnected = whenConnected;
    long patience = connector.timeout().toNanos();
    end = System.nanoTime() + Math.min(patience, exchange.progress().remainingNanos());
  }

  /// Tries the next address.
  void next() {
    long share = (end - System.nanoTime()) / (remotes.size() - tried);
    var remote = remotes.get(tried++);
    exchange.progress().enter(Phase.CONNECT);
    new Attempt().start(remote, share);
  }

  /// One address.
  private final class Attempt implements FutureCallback<IOSession> {
    private final HttpHost target = exchange.host();
    private final ComplexCancellable connection = new ComplexCancellable();
    private final ComplexCancellable tunnel = new ComplexCancellable();
    private final AtomicBoolean over = new AtomicBoolean();
    private @Nullable Future<?> patience;

    void start(InetSocketAddress remote, long nanos) {
      patience = connector.inFlight().after(nanos, this::giveUp);
      exchange.attach(connection);
      var future =
          connector.reactor().connect(target, remote, null, Timeout.DISABLED, target, this);
      connection.setDependency(() -> future.cancel(true));
    }

    @Override
    public void completed(IOSession session) {
      try {
        if (!(session.getHandler() instanceof EventConnection made)) {
          throw new IllegalStateException("a connection of nobody's");
        }
        boolean secured = target.getSchemeName().equals("https");
        if (secured && connector.proxy().isPresent()) {
          dig(session, made);
          return;
        }
        endPatience();
        exchange.attach(made::abort);
        if (secured) {
          secure(made);
        } else {
          hand(made);
        }
      } catch (RuntimeException | Error e) { // the reactor must survive it
        exchange.fail(e);
      }
    }

    @Override
    public void failed(Exception cause) {
      endPatience();
      if (over.compareAndSet(false, true)) {
        goOn(cause);
      }
    }

    @Override
    public void cancelled() {
      failed(new SocketTimeoutException("no connection in time"));
    }

    /// Has the proxy connect on, within the time for one address.
    private void dig(IOSession session, EventConnection made) {
      var way =
          Tunnel.through(connector.proxy().orElseThrow(), target.getHostName(), target.getPort());
      tunnel.setDependency(made::abort);
      exchange.attach(tunnel);
      TunnelEvents.over(
          session,
          way,
          new CallbackContribution<IOSession>(this) {
            @Override
            public void completed(IOSession open) {
              endPatience();
              exchange.attach(made::abort);
              secure(made);
            }
          });
    }

    private void secure(EventConnection made) {
      exchange.progress().connected(made.address(), Phase.HANDSHAKE);
      connector
          .tls()
          .strategy()
          .upgrade(
              made.handshake(),
              target,
              ALWAYS_HTTP_1,
              Timeout.DISABLED,
              new CallbackContribution<TransportSecurityLayer>(this) {
                @Override
                public void completed(TransportSecurityLayer layer) {
                  hand(made);
                }
              });
    }

    private void hand(EventConnection made) {
      if (over.compareAndSet(false, true)) {
        exchange.progress().connected(made.address(), Phase.HEAD);
        if (tried > 1) {
          connector.addresses().prefer(connector.nameToCall(exchange), made.remote());
        }
        whenConnected.accept(made);
      }
    }

    private void giveUp() {
      connection.cancel();
      tunnel.cancel();
    }

    private void endPatience() {
      if (patience != null) {
        patience.cancel(false);
      }
    }
  }

  private void goOn(Exception cause) {
    try {
      if (tried == remotes.size() || exchange.isOver() || cause instanceof ProxyException) {
        exchange.fail(connector.nameProxy(cause, exchange));
      } else {
        next();
      }
    } catch (RuntimeException | Error e) { // the reactor must survive it
      exchange.fail(e);
    }
  }
}
