package dev.crawler.core.fetch;

import dev.crawler.core.url.CrawlUrl;
import java.util.List;
import java.util.Optional;

/// How a URL ended, with all that a session needs to know of it to go on after the process that
/// found it out is gone. Goes with the record of the URL to whoever writes it. *Immutable.*
public sealed interface Settlement {
  /// It was fetched.
  ///
  /// @param link the way by which it was taken on
  /// @param target what it redirects to
  /// @param links what is to be followed of it, in document order; empty when that is too deep
  record Fetched(Link link, Optional<CrawlUrl> target, List<CrawlUrl> links) implements Settlement {
    /// Copies the list.
    public Fetched {
      links = List.copyOf(links);
    }
  }

  /// It was not.
  record Excluded(Exclusion exclusion) implements Settlement {}
}
