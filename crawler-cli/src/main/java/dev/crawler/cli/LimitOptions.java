package dev.crawler.cli;

import dev.crawler.core.plan.Limits;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What bounds the crawl. *Confined to the main thread.*
final class LimitOptions {
  @Option(
      names = {"-c", "--concurrency"},
      paramLabel = "N",
      description = "fetches in flight, all hosts together (default: 64)")
  private int concurrency = Limits.DEFAULT.concurrency();

  @Option(
      names = "--max-pages",
      paramLabel = "N",
      description = "URLs in all, in order of depth and key (default: no limit)")
  private @Nullable Long maxPages;

  @Option(
      names = "--max-host-pages",
      paramLabel = "N",
      description = "URLs of one host (default: 10000, which does not bind the list itself)")
  private @Nullable Integer maxHostPages;

  @Option(
      names = "--max-redirects",
      paramLabel = "N",
      description = "hops from a URL to its final answer (default: 10)")
  private int maxRedirects = Limits.DEFAULT.maxRedirects();

  @Option(
      names = "--retries",
      paramLabel = "N",
      description = "further attempts after a failure that may pass (default: 2)")
  private int retries = Limits.DEFAULT.retries();

  @Option(
      names = "--retry-wait",
      paramLabel = "D",
      converter = OptionText.DurationText.class,
      description = "before the first retry; doubles, with jitter (default: 1s)")
  private Duration retryWait = Limits.DEFAULT.retryWait();

  /// The choices as a value.
  Limits limits() {
    return new Limits(
        concurrency,
        maxPages == null ? OptionalLong.empty() : OptionalLong.of(maxPages),
        maxHostPages == null ? OptionalInt.empty() : OptionalInt.of(maxHostPages),
        maxRedirects,
        retries,
        retryWait);
  }
}
