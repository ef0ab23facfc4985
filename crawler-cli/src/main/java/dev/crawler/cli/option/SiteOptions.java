package dev.crawler.cli.option;

import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.tck.site.Feature;
import dev.crawler.tck.site.PageMake;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.time.Duration;
import picocli.CommandLine.ParseResult;

/// The size and make of the embedded site. *Immutable.*
public final class SiteOptions {
  private final Setting<Integer> seed =
      Setting.of("--seed", "N", OptionText::number, "1", "the site is a pure function of it");
  private final Setting<Integer> hosts =
      Setting.of("--hosts", "N", OptionText::number, "6", "hosts");
  private final Setting<Integer> pages =
      Setting.of("--pages", "N", OptionText::number, "100", "pages of each host");
  private final Setting<Integer> links =
      Setting.of(
          "--links",
          "N",
          OptionText.atLeast(0),
          "6",
          "most links of a page to anywhere, besides those to its three children");
  private final Setting<Integer> pageSize =
      Setting.of(
          "--page-size",
          "SIZE",
          OptionText::size,
          "800",
          "text of a page, in the mean; without links");
  private final Setting<Duration> latency =
      Setting.of("--latency", "D", OptionText::duration, "1ms", "of an answer, in the mean");
  private final Setting<Duration> spread =
      Setting.optional(
          "--latency-spread",
          "D",
          OptionText::duration,
          "how much sooner or later an answer may come (default: as much as --latency)");
  private final Setting<Integer> faults =
      Setting.of(
          "--faults",
          "PERCENT",
          OptionText.atLeast(0),
          "6",
          "pages whose first answer is busy, cut short or a reset connection");

  /// For the help and the parser.
  public SettingGroup group() {
    return SettingGroup.of(
        "Embedded site", seed, hosts, pages, links, pageSize, latency, spread, faults);
  }

  /// The site of these options, without what makes a record depend on the spelling in which a URL
  /// was met first, so that two crawls of it are comparable.
  ///
  /// @throws CommandException when they make no sense
  public Site site(ParseResult parsed) {
    try {
      var usual = latency.in(parsed);
      var spreading = spread.given(parsed).orElse(usual);
      if (spreading.compareTo(usual) > 0) {
        throw new IllegalArgumentException("--latency-spread is longer than --latency");
      }
      var plan =
          SitePlan.SMALL
              .hosts(hosts.in(parsed))
              .pagesPerHost(pages.in(parsed))
              .latency(usual.minus(spreading), usual.plus(spreading))
              .make(PageMake.of(links.in(parsed), pageSize.in(parsed), faults.in(parsed)))
              .without(Feature.SPELLINGS, Feature.CHAINS, Feature.OUTSIDE);
      return Site.of(seed.in(parsed), plan);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
