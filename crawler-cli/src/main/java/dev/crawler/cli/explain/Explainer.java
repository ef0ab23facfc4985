package dev.crawler.cli.explain;

import dev.crawler.core.engine.FetcherProvider;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.Admission;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.io.IOException;

/// Finds out what a crawl would do with a URL. Fetches its robots.txt and nothing else.
/// *Immutable.*
///
/// @param plan of the crawl, as deep as one link at least; its seeds are read several times
/// @param resolver finds the addresses
public record Explainer(CrawlPlan plan, NameResolver resolver) {
  /// The explanation.
  public Explanation explain(String text) throws IOException {
    return switch (CrawlUrl.parse(text)) {
      case UrlResult.Valid(var url) -> explain(text, url);
      case UrlResult.Invalid(var why) -> nothing(text, why, ExclusionReason.INVALID_URL);
      case UrlResult.Unsupported(var scheme) ->
          nothing(text, "scheme " + scheme + " is not crawled", ExclusionReason.UNSUPPORTED_SCHEME);
    };
  }

  private Explanation nothing(String text, String why, ExclusionReason reason) {
    return new Explanation(
        text,
        new Explanation.Reading.Nothing(why),
        plan,
        Findings.without(new Ruling.Excluded(reason)));
  }

  private Explanation explain(String text, CrawlUrl url) throws IOException {
    var provider = FetcherProvider.find();
    try (var fetcher = provider.open(plan.http(), resolver, MonotonicClock.start());
        var addresses = new AddressBook(resolver)) {
      return new Explanation(
          text,
          new Explanation.Reading.Url(url, Admission.of(plan, url)),
          plan,
          new Trial(plan, url, fetcher, addresses).run());
    }
  }
}
