package dev.crawler.core.session;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.url.CrawlUrl;
import java.util.Optional;

/// What a new owner of a shard must know of a URL that is done. *Immutable.*
///
/// @param link the way by which it was taken on, as far as its redirects count: shorter ones that
///   were found since are told as links
/// @param counted whether it was taken on, and so counts against the limits of its host
/// @param target what it redirects to
public record Settled(Link link, boolean counted, Optional<CrawlUrl> target) {
  /// Whether a URL that ends so was taken on before: what robots.txt or an address refuse was.
  public static boolean isCounted(Exclusion exclusion) {
    return switch (exclusion.reason()) {
      case FailureReason _ -> true;
      case ExclusionReason reason ->
          switch (reason) {
            case ROBOTS, ROBOTS_UNAVAILABLE, ADDRESS, CANCELLED -> true;
            case SCOPE,
                REDIRECT_LIMIT,
                INVALID_URL,
                UNSUPPORTED_SCHEME,
                TRAP,
                HOST_LIMIT,
                PAGE_LIMIT ->
                false;
          };
    };
  }
}
