package dev.crawler.core.plan;

import dev.crawler.core.url.CrawlUrl;
import java.util.List;

/// Sitemaps whose URLs are seeds. *Immutable.*
///
/// @param named those that the user named
/// @param discovers whether those are read, too, that the robots.txt of a seed's origin names
public record Sitemaps(List<CrawlUrl> named, boolean discovers) {
  /// None.
  public static final Sitemaps NONE = new Sitemaps(List.of(), false);

  /// Copies the list.
  public Sitemaps {
    named = List.copyOf(named);
  }

  /// Whether there may be any.
  public boolean areWanted() {
    return discovers || !named.isEmpty();
  }
}
