package dev.crawler.cli.option;

import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.core.plan.Politeness;
import java.time.Duration;
import picocli.CommandLine.ParseResult;

/// How gently hosts are treated. *Immutable.*
public final class PolitenessOptions {
  private final Setting<Integer> perHost =
      Setting.of("--per-host", "N", OptionText.atLeast(1), "1", "fetches in flight to one host");
  private final Setting<Duration> delay =
      Setting.of(
          "--delay",
          "D",
          OptionText::duration,
          "250ms",
          "per host, between the end of one fetch and the start of the next; between starts when "
              + "--per-host is above 1");
  private final Setting<Duration> maxCrawlDelay =
      Setting.of(
          "--max-crawl-delay",
          "D",
          OptionText::duration,
          "60s",
          "robots' Crawl-delay is honoured up to this; above it, slowed to it, with a warning");
  private final Setting<Robots> robots =
      Setting.of(
          "--robots",
          "obey|ignore",
          OptionText.word(Robots.class),
          "obey",
          "what to do with robots.txt");

  /// What to do with robots.txt.
  private enum Robots {
    OBEY,
    IGNORE
  }

  /// For the help and the parser.
  public SettingGroup group() {
    return SettingGroup.of("Politeness", perHost, delay, maxCrawlDelay, robots);
  }

  /// The choices as a value.
  public Politeness politeness(ParseResult parsed) {
    return new Politeness(
        perHost.in(parsed),
        delay.in(parsed),
        maxCrawlDelay.in(parsed),
        robots.in(parsed) == Robots.OBEY);
  }
}
