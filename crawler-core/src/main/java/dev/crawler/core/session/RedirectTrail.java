package dev.crawler.core.session;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.url.CrawlUrl;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The least number of redirects by which each redirect target was reached, so that the redirect
/// limit falls on the same URLs whichever way is answered first: entering a long chain in its
/// middle must save its end even when the long way was quicker. Holds URLs that redirect or are
/// redirected to, no others. *Confined to its session.*
final class RedirectTrail {
  private static final class Stop {
    private int hops;
    private @Nullable CrawlUrl target;

    private Stop(int hops) {
      this.hops = hops;
    }
  }

  private final Map<String, Stop> stops = new HashMap<>();

  /// Notes how a URL was reached that is now taken on.
  void reached(Link link) {
    if (link.hops() > 0) {
      stops.put(link.url().key(), new Stop(link.hops()));
    }
  }

  /// The link to the target of a redirect, with the least hops known.
  Link follow(Link from, CrawlUrl target) {
    var stop = stops.computeIfAbsent(from.url().key(), _ -> new Stop(from.hops()));
    stop.target = target;
    return new Link(target, from.depth(), stop.hops + 1, from.referrer());
  }

  /// Whether a known URL is now reached by fewer redirects than before.
  boolean isShorter(Link link) {
    var stop = stops.get(link.url().key());
    return stop != null && link.hops() < stop.hops;
  }

  /// A known URL is reached again: when the way is shorter and it has redirected, its target is to
  /// be looked at again, at the end of this way.
  Optional<Link> shorten(Link link) {
    var stop = stops.get(link.url().key());
    if (stop == null || link.hops() >= stop.hops) {
      return Optional.empty();
    }
    stop.hops = link.hops();
    return Optional.ofNullable(stop.target).map(link::redirect);
  }
}
