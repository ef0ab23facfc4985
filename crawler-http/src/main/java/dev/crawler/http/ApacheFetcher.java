package dev.crawler.http;

import dev.crawler.core.fetch.AddressPolicy;
import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.HttpException;

/// Fetches with the classic parts of Apache HttpComponents: its message readers and its TLS. What
/// lies between them is here, because a crawler wants to know more about a connection than a client
/// for everybody tells; `docs/adr/0007-http-client.md` has the figures.
///
/// Addresses are checked after the look-up and before the connection, and those that a task may not
/// connect to are dropped; when none is left the result is [FetchResult.Forbidden]. A kept
/// connection on which the server hung up before it saw the request is replaced once, unseen (RFC
/// 9112 section 9.3.1).
///
/// An interrupt ends a fetch on a virtual thread as `cancelled`, with the flag kept; on a platform
/// thread Java's sockets do not notice one before the next wait, so [#close()] is the way there.
/// *Thread-safe.*
public final class ApacheFetcher implements BlockingFetcher {
  private final RequestHead requests;
  private final HttpSettings settings;
  private final InstantSource clock;
  private final AddressBook addresses;
  private final Connector connector;
  private final IdleConnections idle;
  private final InFlight inFlight;

  private ApacheFetcher(
      HttpSettings settings,
      NameResolver resolver,
      InstantSource clock,
      int maxConnections,
      Tls tls) {
    requests = RequestHead.of(settings);
    this.settings = settings;
    this.clock = clock;
    addresses = new AddressBook(resolver);
    connector = new Connector(settings.connectTimeout(), tls);
    idle = new IdleConnections(maxConnections);
    inFlight = InFlight.watched(settings.timeout(), idle::closeOld);
  }

  /// A fetcher of its own connections and threads.
  ///
  /// @param maxConnections how many are kept open for reuse; as many as fetch at once is right
  public static ApacheFetcher of(
      HttpSettings settings, NameResolver resolver, InstantSource clock, int maxConnections) {
    return new ApacheFetcher(settings, resolver, clock, maxConnections, Tls.of(settings));
  }

  /// The same with certificates of its own choice.
  static ApacheFetcher trusting(
      HttpSettings settings, NameResolver resolver, InstantSource clock, Tls tls) {
    return new ApacheFetcher(settings, resolver, clock, 8, tls);
  }

  @Override
  public FetchResult fetch(FetchTask task) {
    var exchange = new Exchange(clock.instant(), System.nanoTime(), settings.timeout());
    inFlight.add(exchange);
    try {
      if (exchange.isCut() || Thread.currentThread().isInterrupted()) {
        return exchange.cancelled();
      }
      return attempt(task, exchange);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return exchange.cancelled();
    } catch (IOException | HttpException | TimeoutException | RuntimeException e) {
      return exchange.unreachable(e);
    } finally {
      inFlight.remove(exchange);
    }
  }

  @Override
  public void close() {
    inFlight.close();
    addresses.close();
    idle.close();
  }

  private FetchResult attempt(FetchTask task, Exchange exchange)
      throws IOException, HttpException, TimeoutException, InterruptedException {
    var request = requests.bytes(task);
    var route = new Route(task.link().url().origin(), task.mayBePrivate());
    var kept = idle.take(route);
    if (kept != null) {
      try {
        return converse(kept, request, exchange);
      } catch (IOException e) {
        if (kept.hasAnswered() || exchange.isCut()) {
          throw e;
        }
      }
    }
    return startAfresh(route, request, exchange);
  }

  private FetchResult startAfresh(Route route, byte[] request, Exchange exchange)
      throws IOException, HttpException, TimeoutException, InterruptedException {
    exchange.enter(Phase.LOOK_UP);
    var found = addresses.find(route.name(), exchange.remainingNanos());
    var allowed = route.mayBePrivate() ? found : AddressPolicy.publicOf(found);
    if (allowed.isEmpty()) {
      return new FetchResult.Forbidden(Connector.textOf(found.getFirst()), exchange.trace());
    }
    return converse(connector.connect(route, allowed, exchange), request, exchange);
  }

  /// One request and its answer. The connection is kept or closed, whatever happens.
  private FetchResult converse(Connection connection, byte[] request, Exchange exchange)
      throws IOException, HttpException {
    boolean keep = false;
    try {
      exchange.enter(Phase.HEAD);
      exchange.connectedTo(connection.address());
      exchange.guard(connection.transport());
      connection.send(request);
      var head = connection.receiveHead();
      exchange.enter(Phase.BODY);
      var body = connection.receiveBody(head, head.rawLimit(settings.maxBody()));
      keep = exchange.release() && connection.isReusable();
      return new FetchResult.Response(
          head.status(), head.headers(), body.bytes(), body.truncated(), exchange.trace());
    } finally {
      if (keep) {
        idle.put(connection);
      } else {
        connection.close();
      }
    }
  }
}
