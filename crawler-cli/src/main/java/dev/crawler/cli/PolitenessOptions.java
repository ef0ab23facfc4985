package dev.crawler.cli;

import dev.crawler.core.plan.Politeness;
import java.time.Duration;
import picocli.CommandLine.Option;

/// How gently hosts are treated. *Confined to the main thread.*
final class PolitenessOptions {
  @Option(
      names = "--per-host",
      paramLabel = "N",
      description = "fetches in flight to one host (default: 1)")
  private int perHost = Politeness.DEFAULT.perHost();

  @Option(
      names = "--delay",
      paramLabel = "D",
      converter = OptionText.DurationText.class,
      description =
          "per host, between the end of one fetch and the start of the next; between starts when "
              + "--per-host is above 1 (default: 250ms)")
  private Duration delay = Politeness.DEFAULT.delay();

  @Option(
      names = "--max-crawl-delay",
      paramLabel = "D",
      converter = OptionText.DurationText.class,
      description =
          "robots' Crawl-delay is honoured up to this; above it, slowed to it, with a warning "
              + "(default: 60s)")
  private Duration maxCrawlDelay = Politeness.DEFAULT.maxCrawlDelay();

  @Option(
      names = "--robots",
      paramLabel = "obey|ignore",
      converter = RobotsWord.class,
      description = "what to do with robots.txt (default: obey)")
  private Robots robots = Robots.OBEY;

  /// The choices as a value.
  Politeness politeness() {
    return new Politeness(perHost, delay, maxCrawlDelay, robots == Robots.OBEY);
  }

  /// What to do with robots.txt.
  enum Robots {
    OBEY,
    IGNORE
  }

  /// Reads a [Robots].
  static final class RobotsWord extends OptionText.Word<Robots> {
    RobotsWord() {
      super(Robots.class);
    }
  }
}
