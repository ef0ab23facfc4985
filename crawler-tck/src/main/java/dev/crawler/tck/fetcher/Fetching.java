package dev.crawler.tck.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.url.CrawlUrl;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

/// What the tests of fetchers have in common.
public final class Fetching {
  /// Two seconds at most for everything, where an address has to be waited for.
  public static final HttpSettings QUICK = settings(Duration.ofSeconds(2), 1 << 20);

  /// Longer than anything takes that ends by itself, on a busy machine, too.
  public static final HttpSettings UNHURRIED = settings(Duration.ofSeconds(20), 1 << 20);

  /// Long enough for nothing to end by itself.
  public static final HttpSettings PATIENT = settings(Duration.ofSeconds(50), 99_999);

  /// A timeout that is waited for.
  static final Duration BRIEF = Duration.ofSeconds(1);

  private Fetching() {}

  /// Settings with one timeout for all and a body limit.
  public static HttpSettings settings(Duration timeout, int maxBody) {
    return new HttpSettings(timeout, timeout, maxBody, "test/1", Headers.NONE, true);
  }

  /// A task that may go to private addresses.
  public static FetchTask task(CrawlUrl url) {
    return task(url, true);
  }

  /// A task that may go to private addresses, or may not.
  public static FetchTask task(CrawlUrl url, boolean mayBePrivate) {
    return new FetchTask(Link.seed(url), FetchTask.Purpose.PAGE, 1, false, mayBePrivate, "", true);
  }

  /// Knows the same addresses for every name.
  static NameResolver resolving(String... literals) {
    return _ -> Stream.of(literals).map(InetAddress::ofLiteral).toList();
  }

  /// The answer, which must be one.
  public static FetchResult.Response response(FetchResult result) {
    assertThat(result).isInstanceOf(FetchResult.Response.class);
    return (FetchResult.Response) result;
  }

  /// The reason why there is none.
  public static FailureReason reason(FetchResult result) {
    assertThat(result).isInstanceOf(FetchResult.Unreachable.class);
    return ((FetchResult.Unreachable) result).reason();
  }

  /// The body of the answer, one character a byte.
  public static String text(FetchResult result) {
    return new String(response(result).body().bytes(), StandardCharsets.ISO_8859_1);
  }
}
