package dev.crawler.http;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.fetch.CallbackFetcher;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.plan.RequestFields;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.DefaultConnectingIOReactor;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.ProtocolIOSession;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// Fetches with the reactor and the HTTP/1.1 events of Apache HttpCore 5, on one or two threads
/// however many fetches there are. What HttpClient has above them has no place for what a crawler
/// needs; `docs/adr/0010-callback-fetcher.md` says what that is.
///
/// The verdicts are those of [ApacheFetcher], with which it shares every rule. *Thread-safe.*
public final class ApacheCallbackFetcher implements CallbackFetcher {
  private static final Duration SWEEP_PERIOD = Duration.ofSeconds(5);
  private static final int CORES_FOR_TWO = 4;
  private static final TimeValue LONGEST_END = TimeValue.ofSeconds(10);

  private final HttpSettings settings;
  private final InstantSource clock;
  private final RequestFields fields;
  private final AddressBook addresses;
  private final KeptConnections kept;
  private final DefaultConnectingIOReactor reactor;
  private final InFlight inFlight;
  private final EventConnector connector;
  private final Turnstile turnstile;

  private ApacheCallbackFetcher(
      HttpSettings settings,
      NameResolver resolver,
      InstantSource clock,
      int maxConnections,
      Tls tls) {
    this.settings = settings;
    this.clock = clock;
    fields = RequestFields.of(settings);
    addresses = new AddressBook(resolver);
    kept = new KeptConnections(maxConnections);
    inFlight = InFlight.within(settings.timeout());
    inFlight.repeat(SWEEP_PERIOD, kept::sweep);
    reactor = reactor();
    connector =
        new EventConnector(
            addresses, reactor, tls, inFlight, settings.connectTimeout(), settings.proxy());
    turnstile = new Turnstile(maxConnections, this::converse);
    reactor.start();
  }

  /// A fetcher of its own connections and threads.
  ///
  /// @param maxConnections how many connections fetch at once; a fetch beyond waits for its turn.
  ///   As many more are kept between two requests
  public static ApacheCallbackFetcher of(
      HttpSettings settings, NameResolver resolver, InstantSource clock, int maxConnections) {
    return new ApacheCallbackFetcher(settings, resolver, clock, maxConnections, Tls.of(settings));
  }

  /// The same with certificates of its own choice.
  static ApacheCallbackFetcher trusting(
      HttpSettings settings, NameResolver resolver, InstantSource clock, Tls tls) {
    return new ApacheCallbackFetcher(settings, resolver, clock, 8, tls);
  }

  @Override
  public void fetch(FetchTask task, Consumer<FetchResult> callback) {
    var exchange =
        new CallbackExchange(
            task,
            fields,
            new Progress(clock.instant(), settings.timeout()),
            inFlight,
            turnstile,
            callback);
    exchange.start();
  }

  /// The reactor has thousands of connections to close, at times. Not to be called by its thread.
  @Override
  public void close() {
    inFlight.close();
    kept.close();
    addresses.close();
    reactor.close(CloseMode.IMMEDIATE); // gracefully it would wait for what is being connected
    try {
      reactor.awaitShutdown(LONGEST_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Makes one attempt; every one but the last uses up a kept connection on which the server had
  /// hung up.
  private void converse(CallbackExchange exchange) {
    try {
      connector.clear(exchange, () -> attempt(exchange));
    } catch (RuntimeException | Error e) { // whoever's thread it is needs it
      exchange.fail(e);
    }
  }

  private void attempt(CallbackExchange exchange) {
    if (exchange.isOver()) {
      return;
    }
    exchange.progress().begin();
    var connection =
        kept.take(exchange.host(), exchange.mayBePrivate() || settings.proxy().isPresent());
    if (connection == null) {
      connector.connect(exchange, made -> made.serve(stream(exchange, made)));
    } else {
      exchange.progress().connected(connection.address());
      exchange.attach(connection::abort);
      connection.serve(stream(exchange, connection));
    }
  }

  private PageStream stream(CallbackExchange exchange, EventConnection connection) {
    return new PageStream(exchange, connection, settings, this::converse);
  }

  private DefaultConnectingIOReactor reactor() {
    int threads = Runtime.getRuntime().availableProcessors() < CORES_FOR_TWO ? 1 : 2;
    var config =
        IOReactorConfig.custom().setIoThreadCount(threads).setSoTimeout(Timeout.DISABLED).build();
    return new DefaultConnectingIOReactor(
        this::handler,
        config,
        Thread.ofPlatform().daemon().name("crawler-io-", 1).factory(),
        null,
        null,
        null,
        session -> session.close(CloseMode.IMMEDIATE));
  }

  private IOEventHandler handler(ProtocolIOSession session, Object host) {
    return EventConnection.over(session, (HttpHost) host, kept, settings.maxBody());
  }
}
