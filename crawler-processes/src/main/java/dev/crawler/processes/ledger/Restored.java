package dev.crawler.processes.ledger;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Settlement.Excluded;
import dev.crawler.core.fetch.Settlement.Fetched;
import dev.crawler.core.session.Settled;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import org.jspecify.annotations.Nullable;

/// How a URL, or a text that is none, ended in a former life of the crawl. *Immutable.*
///
/// @param text that is no URL, or null
/// @param link the way by which the URL was taken on, or null for a text
/// @param settlement how it ended
public record Restored(@Nullable String text, @Nullable Link link, Settlement settlement) {
  /// Which record that is, and under which claim. *Immutable.*
  ///
  /// @param worker number of the part file, from 1
  /// @param position where the record begins there
  /// @param epoch of the claim
  public record Origin(int worker, long position, long epoch) {
    private Settlement ended(int hops, boolean counted, @Nullable String target) {
      return new Settlement(worker, position, epoch, hops, counted, target);
    }
  }

  /// One that was fetched.
  public static Restored of(Origin origin, Fetched how) {
    var link = how.link();
    var target = how.target().map(CrawlUrl::href).orElse(null);
    return new Restored(null, link, origin.ended(link.hops(), true, target));
  }

  /// One that was not.
  public static Restored of(Origin origin, Excluded how) {
    var exclusion = how.exclusion();
    return switch (CrawlUrl.parse(exclusion.url())) {
      case UrlResult.Valid(var url) ->
          new Restored(
              null, link(url, exclusion), origin.ended(0, Settled.isCounted(exclusion), null));
      case UrlResult.Invalid _, UrlResult.Unsupported _ ->
          new Restored(exclusion.url(), null, origin.ended(0, false, null));
    };
  }

  private static Link link(CrawlUrl url, Exclusion exclusion) {
    return new Link(url, exclusion.depth(), exclusion.hops(), exclusion.referrer());
  }
}
