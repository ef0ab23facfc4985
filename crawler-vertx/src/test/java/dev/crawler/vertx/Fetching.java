package dev.crawler.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.url.CrawlUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/// What the tests of the fetcher have in common.
final class Fetching {
  /// Two seconds at most for everything.
  static final HttpSettings QUICK = settings(Duration.ofSeconds(2), 1 << 20);

  private Fetching() {}

  static HttpSettings settings(Duration timeout, int maxBody) {
    return new HttpSettings(timeout, timeout, maxBody, "test/1", Headers.NONE, true);
  }

  static LoopFetcher fetcher(HttpSettings settings) {
    return fetcher(settings, NameResolver.SYSTEM);
  }

  static LoopFetcher fetcher(HttpSettings settings, NameResolver resolver) {
    return LoopFetcher.of(settings, resolver, InstantSource.system(), 8);
  }

  /// A task that may go to private addresses.
  static FetchTask task(CrawlUrl url) {
    return task(url, true);
  }

  static FetchTask task(CrawlUrl url, boolean mayBePrivate) {
    return new FetchTask(Link.seed(url), FetchTask.Purpose.PAGE, 1, false, mayBePrivate, "");
  }

  /// Fetches one URL with a fetcher of its own.
  static FetchResult fetch(CrawlUrl url) {
    try (var fetcher = fetcher(QUICK)) {
      return fetcher.fetch(task(url));
    }
  }

  /// The answer, which must be one.
  static FetchResult.Response response(FetchResult result) {
    assertThat(result).isInstanceOf(FetchResult.Response.class);
    return (FetchResult.Response) result;
  }

  /// The reason why there is none.
  static FailureReason reason(FetchResult result) {
    assertThat(result).isInstanceOf(FetchResult.Unreachable.class);
    return ((FetchResult.Unreachable) result).reason();
  }

  static String text(FetchResult result) {
    return new String(response(result).body(), StandardCharsets.ISO_8859_1);
  }
}
