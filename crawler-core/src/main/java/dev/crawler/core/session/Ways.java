package dev.crawler.core.session;

import dev.crawler.core.fetch.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The ways to one URL that are worth keeping. In a levelled crawl that is one a level, the one
/// with the least referrer, unless a way of an earlier level has no more redirects; in a streaming
/// crawl it is the one with the fewest. What is kept in a levelled crawl does not depend on the
/// order in which the ways were found. *Immutable.*
public final class Ways {
  private static final Comparator<Link> BY_REFERRER =
      Comparator.comparing((Link link) -> link.referrer() == null ? "" : link.referrer().key())
          .thenComparing(Link::url);

  private final boolean levelled;
  private final Comparator<Link> byLevel;
  private final List<Link> links;

  private Ways(boolean levelled, Comparator<Link> byLevel, List<Link> links) {
    this.levelled = levelled;
    this.byLevel = byLevel;
    this.links = links;
  }

  /// No way yet.
  ///
  /// @param levelled whether the plan is
  /// @param maxRedirects hops beyond which a way comes after all others
  public static Ways none(boolean levelled, int maxRedirects) {
    var byLevel =
        Comparator.comparing((Link link) -> link.hops() > maxRedirects)
            .thenComparingInt(Link::depth)
            .thenComparingInt(Link::hops);
    return new Ways(levelled, byLevel, List.of());
  }

  /// These and one more; the same instance when the new one is not worth keeping.
  public Ways add(Link link) {
    return levelled ? addToLevel(link) : addIfShorter(link);
  }

  private Ways addIfShorter(Link link) {
    return links.isEmpty() || link.hops() < links.getFirst().hops() ? with(List.of(link)) : this;
  }

  private Ways addToLevel(Link link) {
    var kept = new ArrayList<Link>(links.size() + 1);
    for (var other : links) {
      int order = byLevel.compare(other, link);
      if (order < 0 && other.hops() <= link.hops()
          || order == 0 && BY_REFERRER.compare(other, link) <= 0) {
        return this;
      }
      if (order < 0 || order > 0 && other.hops() < link.hops()) {
        kept.add(other);
      }
    }
    kept.add(link);
    kept.sort(byLevel);
    return with(List.copyOf(kept));
  }

  private Ways with(List<Link> kept) {
    return new Ways(levelled, byLevel, kept);
  }

  /// What is kept, by level.
  public List<Link> links() {
    return links;
  }
}
