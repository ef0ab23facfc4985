package dev.crawler.tck.contract;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchResult.Trace;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.RequestFields;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/// Enough of a fetcher for a well-behaved site: the JDK's client. *Thread-safe.*
final class JdkFetcher implements BlockingFetcher {
  private final CrawlPlan plan;
  private final CrawlContext context;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  JdkFetcher(CrawlPlan plan, CrawlContext context) {
    this.plan = plan;
    this.context = context;
  }

  @Override
  public FetchResult fetch(FetchTask task) {
    var started = context.clock().instant();
    try {
      var addresses = context.resolver().resolve(task.link().url().host());
      if (!task.mayBePrivate() && addresses.stream().anyMatch(InetAddress::isLoopbackAddress)) {
        return new FetchResult.Forbidden(addresses.getFirst().getHostAddress(), trace(started));
      }
      return answer(client.send(request(task), BodyHandlers.ofByteArray()), started);
    } catch (UnknownHostException e) {
      return unreachable(FailureReason.DNS, started);
    } catch (IOException e) {
      return unreachable(FailureReason.RESET, started);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unreachable(FailureReason.CANCELLED, started);
    }
  }

  private HttpRequest request(FetchTask task) {
    var url = task.link().url();
    var request = HttpRequest.newBuilder(URI.create(url.href())).timeout(plan.http().timeout());
    RequestFields.of(plan.http()).of(task).stream()
        .filter(field -> field.name().startsWith("If-")) // most others are the client's own affair
        .forEach(field -> request.header(field.name(), field.value()));
    return request.build();
  }

  private FetchResult answer(HttpResponse<byte[]> response, Instant started) {
    var fields = new ArrayList<Headers.Field>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> values.forEach(value -> fields.add(new Headers.Field(name, value))));
    return new FetchResult.Response(
        response.statusCode(), new Headers(fields), response.body(), false, trace(started));
  }

  private FetchResult unreachable(FailureReason reason, Instant started) {
    return new FetchResult.Unreachable(reason, reason.label(), trace(started));
  }

  private Trace trace(Instant started) {
    return new Trace(started, Duration.between(started, context.clock().instant()), "127.0.0.1");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
