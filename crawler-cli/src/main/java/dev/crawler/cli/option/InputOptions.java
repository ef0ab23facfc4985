package dev.crawler.cli.option;

import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// Where the seeds come from, besides the arguments, and what is known of them. *Immutable.*
public final class InputOptions {
  private final Setting<String> input =
      Setting.repeatable(
          "-i, --input",
          "FILE",
          OptionText::text,
          "URL list, one a line; - is standard input, .gz is read too. Blank lines, '# comment' "
              + "lines and a trailing ' # note' are fine; example.org means https://example.org/");

  private final Setting<String> sitemap =
      Setting.repeatable(
          "--sitemap",
          "URL|FILE",
          OptionText::text,
          "a sitemap whose URLs are seeds: XML, an index, text, a feed; .gz is read too");
  private final Setting<Boolean> sitemaps =
      Setting.flag("--sitemaps", "also the sitemaps that robots.txt of the seeds' hosts names");
  private final Setting<String> since =
      Setting.optional(
          "--since",
          "FILE",
          OptionText::text,
          "an earlier output, .gz too: what has not changed since is not fetched again, and its "
              + "record is taken over");

  private final Setting<String> retryFailed =
      Setting.repeatable(
          "--retry-failed",
          "FILE",
          OptionText::text,
          "an earlier output in JSON Lines, .gz too, whose failures are seeds: what failed, was "
              + "answered with 429 or 5xx, was cancelled, or had no robots.txt");

  /// For the help and the parser.
  public SettingGroup group() {
    return SettingGroup.of("Input", input, sitemap, sitemaps, since, retryFailed);
  }

  /// The lists, in the order given.
  public List<String> inputs(ParseResult parsed) {
    return input.all(parsed);
  }

  /// The earlier outputs whose failures are tried again, in the order given.
  public List<String> retried(ParseResult parsed) {
    return retryFailed.all(parsed);
  }

  /// The sitemaps, in the order given.
  public List<String> sitemaps(ParseResult parsed) {
    return sitemap.all(parsed);
  }

  /// Whether to look for sitemaps in robots.txt.
  public boolean discoversSitemaps(ParseResult parsed) {
    return sitemaps.in(parsed);
  }

  /// The output of an earlier crawl, if one is named.
  public Optional<String> since(ParseResult parsed) {
    return since.given(parsed);
  }
}
