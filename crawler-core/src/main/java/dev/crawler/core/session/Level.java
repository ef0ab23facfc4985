package dev.crawler.core.session;

import dev.crawler.core.fetch.Link;
import java.util.Comparator;

/// What is released at once when everything before it is settled: links of one distance that were
/// reached by so many redirects; those reached by too many come after all others. *Immutable.*
///
/// @param tooFar whether they were reached by more redirects than allowed
/// @param depth distance from the seeds
/// @param hops redirects since the last link or seed
public record Level(boolean tooFar, int depth, int hops) implements Comparable<Level> {
  private static final Comparator<Level> ORDER =
      Comparator.comparing(Level::tooFar)
          .thenComparingInt(Level::depth)
          .thenComparingInt(Level::hops);

  /// The level that a link belongs to.
  ///
  /// @param maxRedirects hops beyond which a link comes after all others
  public static Level of(Link link, int maxRedirects) {
    return new Level(link.hops() > maxRedirects, link.depth(), link.hops());
  }

  @Override
  public int compareTo(Level other) {
    return ORDER.compare(this, other);
  }
}
