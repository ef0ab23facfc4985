package dev.crawler.cli.explain;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.Admission;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.util.Optional;

/// All that there is to say of a text that was asked about. *Immutable.*
///
/// @param text as it was given
/// @param reading of it as a URL
/// @param plan of the crawl
/// @param findings of the crawl on trial
public record Explanation(String text, Reading reading, CrawlPlan plan, Findings findings) {
  /// What a text reads as.
  public sealed interface Reading {
    /// A URL, and what the rules say of it.
    record Url(CrawlUrl url, Admission admission) implements Reading {}

    /// No URL to crawl.
    record Nothing(String why) implements Reading {}
  }

  /// The text, without the credentials of a URL.
  String given() {
    return switch (reading) {
      case Reading.Url(var url, _) when !url.userInfo().isEmpty() -> url.toString();
      case Reading.Url _, Reading.Nothing _ -> text;
    };
  }

  /// What is kept between fetches of the host.
  Duration delay() {
    return crawlDelay().map(plan.politeness()::delayUnder).orElse(plan.politeness().delay());
  }

  /// The `Crawl-delay` of its robots.txt.
  Optional<Duration> crawlDelay() {
    return lastAnswer().flatMap(RobotsAnswer::crawlDelay);
  }

  /// The end of the way to its robots.txt.
  Optional<RobotsAnswer> lastAnswer() {
    var answers = findings.robots();
    return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
  }
}
