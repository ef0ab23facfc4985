package dev.crawler.core.fetch;

import dev.crawler.core.url.CrawlUrl;
import java.util.List;
import java.util.Optional;

/// What a task came to, as the session needs to know it. The record, if one was due, is already
/// written. *Immutable.*
public sealed interface Outcome {
  /// A final answer with its followable links in document order: 2xx, or an error page without
  /// links.
  record Page(List<CrawlUrl> links, Pressure pressure) implements Outcome {
    /// Copies the list.
    public Page {
      links = List.copyOf(links);
    }
  }

  /// A 3xx answer; the target is empty when there was none that can be crawled.
  record Redirect(Optional<CrawlUrl> target, Pressure pressure) implements Outcome {}

  /// A failure worth another try; no record was written.
  record Retry(Pressure pressure) implements Outcome {}

  /// The end of a URL without a good answer: its record says failed, excluded, or a status of 500
  /// and above.
  record Ended(Pressure pressure) implements Outcome {}

  /// What a robots.txt fetch came to.
  record Robots(RobotsVerdict verdict, Pressure pressure) implements Outcome {}

  /// What a sitemap fetch came to.
  record Sitemap(SitemapVerdict verdict, Pressure pressure) implements Outcome {}

  /// What the answer says about how much the host can take.
  Pressure pressure();
}
