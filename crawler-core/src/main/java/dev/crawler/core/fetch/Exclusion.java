package dev.crawler.core.fetch;

import dev.crawler.core.url.CrawlUrl;
import org.jspecify.annotations.Nullable;

/// A URL that will not be fetched and whose record is to be written. *Immutable.*
///
/// @param url request URL without credentials; for an input text that is no URL, the text
/// @param reason why: an [ExclusionReason], or the [FailureReason] that a fetch is known to end
///   with
/// @param error one line for a person, or null when the reason says it all
/// @param depth distance from the seeds
/// @param hops redirects since the last link or seed
/// @param referrer the page it was found on; null for a seed
public record Exclusion(
    String url,
    Reason reason,
    @Nullable String error,
    int depth,
    int hops,
    @Nullable CrawlUrl referrer) {
  /// A link that is refused.
  public static Exclusion of(Link link, Reason reason) {
    return new Exclusion(
        link.url().href(), reason, null, link.depth(), link.hops(), link.referrer());
  }

  /// An input text that is no URL to crawl.
  public static Exclusion ofText(String text, ExclusionReason reason, String error) {
    return new Exclusion(text, reason, error, 0, 0, null);
  }
}
