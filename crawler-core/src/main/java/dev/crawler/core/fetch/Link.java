package dev.crawler.core.fetch;

import dev.crawler.core.url.CrawlUrl;
import org.jspecify.annotations.Nullable;

/// A URL on its way into the frontier, with how it was reached. *Immutable.*
///
/// @param url request URL, without fragment and user information
/// @param depth distance from the seeds; a redirect adds none
/// @param hops redirects since the last link or seed
/// @param referrer the page it was found on, through redirects too; null for a seed
public record Link(CrawlUrl url, int depth, int hops, @Nullable CrawlUrl referrer) {
  /// Leaves credentials and fragment behind, so that no record and no log can show them.
  public Link {
    url = url.request();
  }

  /// A URL that the user named.
  public static Link seed(CrawlUrl url) {
    return new Link(url, 0, 0, null);
  }

  /// Whether the user named it.
  public boolean isSeed() {
    return referrer == null && hops == 0;
  }

  /// A link found on the page that this link led to.
  public Link outlink(CrawlUrl target) {
    return new Link(target, depth + 1, 0, url);
  }

  /// The target of a redirect with which this link was answered.
  public Link redirect(CrawlUrl target) {
    return new Link(target, depth, hops + 1, referrer);
  }
}
