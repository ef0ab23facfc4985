package dev.crawler.vertx;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.fetch.FetchFailure;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.plan.RequestFields;
import dev.crawler.vertx.client.Connections;
import dev.crawler.vertx.client.Exchange;
import dev.crawler.vertx.client.Wire;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Fetches with Vert.x's HTTP client: a task becomes a future of its result, which never fails.
/// Each step of a fetch is one step of the composition; a timer over all of them closes the
/// connection under whichever is waiting. *Confined to its event loop.*
final class VertxFetcher {
  private final Vertx vertx;
  private final HttpSettings settings;
  private final InstantSource clock;
  private final RequestFields fields;
  private final Connections connections;
  private final Set<Exchange> inFlight = new HashSet<>();
  private boolean closed;

  VertxFetcher(Vertx vertx, Context loop, CrawlPlan plan, CrawlContext context) {
    this.vertx = vertx;
    settings = plan.http();
    clock = context.clock();
    fields = RequestFields.of(settings);
    connections = Connections.of(loop, settings, context.resolver(), plan.limits().concurrency());
  }

  /// Starts the request of the task. The future ends once, at the deadline or at [#close()] at the
  /// latest.
  Future<FetchResult> fetch(FetchTask task) {
    var exchange = Exchange.begin(task, clock.instant(), settings.timeout());
    if (closed) {
      return Future.succeededFuture(FetchFailure.CANCELLED.at(exchange.trace()));
    }
    inFlight.add(exchange);
    long deadline = vertx.setTimer(settings.timeout().toMillis(), _ -> exchange.expire());
    Future.succeededFuture(exchange)
        .compose(this::converse)
        .recover(cause -> Future.succeededFuture(exchange.failed(cause)))
        .onSuccess(exchange::end);
    return exchange
        .result()
        .onComplete(_ -> {
          vertx.cancelTimer(deadline);
          inFlight.remove(exchange);
        });
  }

  private Future<FetchResult> converse(Exchange exchange) {
    return connections
        .lease(exchange)
        .compose(wire -> request(wire, exchange.task()))
        .compose(HttpClientRequest::send)
        .compose(response -> read(response, exchange))
        .recover(
            cause -> exchange.mayBeRepeated() ? converse(exchange) : Future.failedFuture(cause));
  }

  private Future<HttpClientRequest> request(Wire wire, FetchTask task) {
    var target = task.link().url().pathAndQuery();
    return wire.request(new RequestOptions().setMethod(HttpMethod.GET).setURI(target))
        .map(request -> {
          fields.of(task).forEach(field -> request.headers().add(field.name(), field.value()));
          return request;
        });
  }

  private Future<FetchResult> read(HttpClientResponse response, Exchange exchange) {
    var headers = headers(response);
    return exchange
        .read(response, settings.rawLimit(headers))
        .map(body -> {
          exchange.wire().ifPresent(connections::giveBack);
          return new FetchResult.Response(
              response.statusCode(), headers, body.bytes(), body.isTruncated(), exchange.trace());
        });
  }

  private static Headers headers(HttpClientResponse response) {
    var list = new ArrayList<Headers.Field>();
    response.headers().forEach((name, value) -> list.add(new Headers.Field(name, value)));
    return new Headers(list);
  }

  /// Ends all that is in flight as `cancelled`, and whatever comes later. Idempotent.
  void close() {
    closed = true;
    List.copyOf(inFlight).forEach(exchange -> exchange.cut(FetchFailure.CANCELLED));
    connections.close();
  }
}
