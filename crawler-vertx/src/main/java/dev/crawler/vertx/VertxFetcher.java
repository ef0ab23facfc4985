package dev.crawler.vertx;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.fetch.FetchFailure;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.plan.RequestFields;
import dev.crawler.vertx.client.Connections;
import dev.crawler.vertx.client.Exchange;
import dev.crawler.vertx.client.Wire;
import dev.crawler.vertx.loop.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Fetches with Vert.x's HTTP client: a task becomes a future of its result, which never fails.
/// Each step of a fetch is one step of the composition; a timer over all of them closes the
/// connection under whichever is waiting. *Confined to its event loop, but for [#close()].*
final class VertxFetcher implements AutoCloseable {
  private final EventLoop loop;
  private final HttpSettings settings;
  private final InstantSource clock;
  private final RequestFields fields;
  private final Connections connections;
  private final Set<Exchange> inFlight = new HashSet<>();

  VertxFetcher(EventLoop loop, CrawlPlan plan, CrawlContext context) {
    this.loop = loop;
    settings = plan.http();
    clock = context.clock();
    fields = RequestFields.of(settings);
    connections =
        Connections.of(loop.context(), settings, context.resolver(), plan.limits().concurrency());
  }

  /// Starts the request of the task. The future ends once, at the deadline or at [#close()] at the
  /// latest.
  Future<FetchResult> fetch(FetchTask task) {
    var exchange = Exchange.begin(task, clock.instant(), settings.timeout());
    long deadline = loop.after(settings.timeout(), exchange::expire);
    inFlight.add(exchange);
    Future.succeededFuture(exchange)
        .compose(this::converse)
        .onComplete(exchange::end, exchange::fail);
    return exchange
        .result()
        .onSuccess(_ -> {
          loop.cancel(deadline);
          inFlight.remove(exchange);
        });
  }

  private Future<FetchResult> converse(Exchange exchange) {
    return connections
        .lease(exchange)
        .compose(wire -> request(wire, exchange.task()))
        .compose(HttpClientRequest::send)
        .compose(response -> exchange.read(response, settings))
        .onSuccess(_ -> connections.giveBack(exchange))
        .recover(
            cause -> exchange.mayBeRepeated() ? converse(exchange) : Future.failedFuture(cause));
  }

  private Future<HttpClientRequest> request(Wire wire, FetchTask task) {
    return wire.get(fields.target(task))
        .onSuccess(request ->
            fields.of(task).forEach(field -> request.headers().add(field.name(), field.value())));
  }

  /// Ends all that is in flight as `cancelled`, and whatever comes later. Idempotent; not to be
  /// called on the loop.
  @Override
  public void close() {
    loop.turnAndWait(() -> {
      connections.close();
      List.copyOf(inFlight).forEach(exchange -> exchange.cut(FetchFailure.CANCELLED));
    });
  }
}
