package dev.crawler.http;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.fetch.AddressPolicy;
import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.BodyBuffer;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.ForbiddenAddressException;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.fetch.Phase;
import dev.crawler.core.fetch.SendPermit;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.plan.RequestFields;
import java.io.IOException;
import java.time.InstantSource;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/// Fetches with the minimal classic client of Apache HttpClient 5, which follows no redirect,
/// retries nothing, keeps no cookies and decodes no body. What a crawler needs beyond it is plugged
/// into the client's extension points; `docs/adr/0009-http-client.md` lists them.
///
/// Addresses are checked after the look-up and before the connection, and those that a task may not
/// connect to are dropped; when none is left the result is [FetchResult.Forbidden]. A kept
/// connection that ended before it gave a byte of the answer is replaced unseen (RFC 9112 section
/// 9.3.1).
///
/// An interrupt ends a fetch on a virtual thread as `cancelled`, with the flag kept; on a platform
/// thread Java's sockets do not notice one before the next wait, so [#close()] is the way there.
/// *Thread-safe.*
public final class ApacheFetcher implements BlockingFetcher {
  private final HttpSettings settings;
  private final InstantSource clock;
  private final SendPermit permit;
  private final RequestFields fields;
  private final AddressBook addresses;
  private final ConnectionPool connections;
  private final HttpClient client;
  private final InFlight inFlight;

  private ApacheFetcher(
      HttpSettings settings,
      NameResolver resolver,
      InstantSource clock,
      int maxConnections,
      Tls tls,
      SendPermit permit) {
    this.settings = settings;
    this.clock = clock;
    this.permit = permit;
    fields = RequestFields.of(settings);
    addresses = new AddressBook(resolver);
    connections =
        new ConnectionPool(new Connector(addresses, tls, settings), settings, maxConnections);
    client = HttpClients.createMinimal(connections);
    inFlight = InFlight.within(settings.timeout());
    inFlight.repeat(ConnectionPool.PERIOD, connections::sweep);
  }

  /// A fetcher of its own connections and threads.
  ///
  /// @param maxConnections how many fetches there are at once; twice as many connections are open
  ///   at most, and a fetch beyond waits for one
  public static ApacheFetcher of(
      HttpSettings settings, NameResolver resolver, InstantSource clock, int maxConnections) {
    return of(settings, resolver, clock, maxConnections, SendPermit.ALWAYS);
  }

  /// The same, for a process that others take over from when they take it for dead.
  ///
  /// @param permit withdrawn when that may have happened
  public static ApacheFetcher of(
      HttpSettings settings,
      NameResolver resolver,
      InstantSource clock,
      int maxConnections,
      SendPermit permit) {
    return new ApacheFetcher(settings, resolver, clock, maxConnections, Tls.of(settings), permit);
  }

  /// The same with certificates of its own choice.
  static ApacheFetcher trusting(
      HttpSettings settings, NameResolver resolver, InstantSource clock, Tls tls) {
    return new ApacheFetcher(settings, resolver, clock, 8, tls, SendPermit.ALWAYS);
  }

  @Override
  public FetchResult fetch(FetchTask task) {
    var exchange = new Exchange(clock.instant(), settings.timeout(), task.mayBePrivate(), permit);
    var deadline = inFlight.add(exchange);
    try {
      if (exchange.isCut() || Thread.currentThread().isInterrupted()) {
        return exchange.progress().cancelled();
      }
      clear(task, exchange);
      return converse(
          Route.of(task.link().url()), PageRequest.of(task, fields, exchange), exchange);
    } catch (ForbiddenAddressException e) {
      return new FetchResult.Forbidden(e.address(), exchange.trace());
    } catch (IOException | RuntimeException e) {
      return exchange.unreachable(e);
    } finally {
      inFlight.remove(exchange, deadline);
      exchange.abandon();
    }
  }

  @Override
  public void close() {
    inFlight.close();
    addresses.close();
    connections.shutDown();
  }

  /// Has a target checked that only the proxy will connect to.
  private void clear(FetchTask task, Exchange exchange) throws IOException {
    if (settings.proxy().isPresent() && !task.mayBePrivate()) {
      exchange.progress().startAfresh();
      AddressPolicy.requirePublic(
          addresses.find(
              AddressBook.nameOf(task.link().url()), exchange.progress().remainingNanos()));
    }
  }

  /// Every turn but the last uses up a kept connection on which the server had hung up.
  private FetchResult converse(HttpHost route, PageRequest request, Exchange exchange)
      throws IOException {
    while (true) {
      try {
        exchange.progress().begin();
        return answer(route, request, exchange);
      } catch (NoHttpResponseException e) {
        if (exchange.progress().isFresh() || exchange.isCut()) {
          throw e;
        }
      }
    }
  }

  private FetchResult answer(HttpHost route, PageRequest request, Exchange exchange)
      throws IOException {
    var response = client.executeOpen(route, request, exchange.context());
    exchange.progress().enter(Phase.BODY);
    var headers = ResponseHeaders.of(response);
    var body = read(response.getEntity(), settings.rawLimit(headers));
    int status = response.getCode();
    var content = body.body();
    var recording = request.recording(status, headers, content, body.isOver());
    return new FetchResult.Response(
        status, headers, content, body.isOver(), recording, exchange.trace());
  }

  /// Reads a body to its end, which gives the connection back to the pool, or to the limit, which
  /// leaves the connection to be abandoned.
  ///
  /// @param entity null when the answer has no body
  private static BodyBuffer read(@Nullable HttpEntity entity, int limit) throws IOException {
    if (entity == null) {
      return new BodyBuffer(0, 0);
    }
    var body = new BodyBuffer(limit, entity.getContentLength());
    body.fill(entity.getContent());
    return body;
  }
}
