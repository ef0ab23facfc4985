package dev.crawler.tck.site;

/// What the pages of a site are like. *Immutable.*
///
/// @param leaps links to anywhere, at most, besides those to the page's children
/// @param fillers lines of text, fewer than that
/// @param troubles of a hundred pages so many go wrong the first time, where the site has passing
///   faults
public record PageMake(int leaps, int fillers, int troubles) {
  /// A handful of links, a kilobyte of text, few faults.
  public static final PageMake USUAL = new PageMake(6, 30, 6);

  private static final int MOST = 1_000_000;

  /// Refuses nonsense.
  public PageMake {
    if (leaps < 0 || leaps > MOST) {
      throw new IllegalArgumentException("a page cannot have " + leaps + " links");
    }
    if (fillers < 1 || fillers > MOST) {
      throw new IllegalArgumentException("a page cannot have so much text");
    }
    if (troubles < 0 || troubles > 100) {
      throw new IllegalArgumentException("faults are from 0 to 100 percent, not " + troubles);
    }
  }

  /// The usual make but for so many links, bytes of text in the mean, and faults of a hundred
  /// pages.
  public static PageMake of(int links, int bytes, int troubles) {
    return new PageMake(links, Math.max(1, 2 * bytes / Bodies.FILLER.length()), troubles);
  }
}
