package dev.crawler.cli.option;

import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.core.plan.Limits;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine.ParseResult;

/// What bounds the crawl. *Immutable.*
public final class LimitOptions {
  private final Setting<Integer> concurrency =
      Setting.of(
          "-c, --concurrency",
          "N",
          OptionText.atLeast(1),
          "64",
          "fetches in flight, all hosts together");
  private final Setting<Integer> maxPages =
      Setting.optional(
          "--max-pages",
          "N",
          OptionText.atLeast(1),
          "URLs in all, in order of depth and key (default: no limit)");
  private final Setting<Integer> maxHostPages =
      Setting.optional(
          "--max-host-pages",
          "N",
          OptionText.atLeast(1),
          "URLs of one host (default: 10000, which does not bind the list itself)");
  private final Setting<Duration> maxDuration =
      Setting.optional(
          "--max-duration",
          "D",
          OptionText::lasting,
          "of the crawl; exit 4 when it is reached (default: no limit)");
  private final Setting<Integer> maxRedirects =
      Setting.of(
          "--max-redirects",
          "N",
          OptionText.atLeast(0),
          "10",
          "hops from a URL to its final answer");
  private final Setting<Integer> retries =
      Setting.of(
          "--retries",
          "N",
          OptionText.atLeast(0),
          "2",
          "further attempts after a failure that may pass");
  private final Setting<Duration> retryWait =
      Setting.of(
          "--retry-wait",
          "D",
          OptionText::duration,
          "1s",
          "before the first retry; doubles, with jitter");

  /// For the help and the parser.
  public SettingGroup group() {
    return SettingGroup.of(
        "Limits",
        concurrency,
        maxPages,
        maxHostPages,
        maxDuration,
        maxRedirects,
        retries,
        retryWait);
  }

  /// How long the crawl may last, or empty for as long as it takes.
  public Optional<Duration> maxDuration(ParseResult parsed) {
    return maxDuration.given(parsed);
  }

  /// The choices as a value.
  public Limits limits(ParseResult parsed) {
    return new Limits(
        concurrency.in(parsed),
        maxPages.given(parsed).map(OptionalLong::of).orElse(OptionalLong.empty()),
        maxHostPages.given(parsed).map(OptionalInt::of).orElse(OptionalInt.empty()),
        maxRedirects.in(parsed),
        retries.in(parsed),
        retryWait.in(parsed));
  }
}
