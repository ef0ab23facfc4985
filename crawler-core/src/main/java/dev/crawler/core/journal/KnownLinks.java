package dev.crawler.core.journal;

import dev.crawler.core.url.CrawlUrl;
import org.jspecify.annotations.Nullable;

/// Which links stand in the journal already, so that a menu that is on each page is written once. A
/// table with one place for each hash: a link that was driven out is written again, which does no
/// harm. *Confined to one thread at a time.*
final class KnownLinks {
  private static final int PLACES = 1 << 16;

  /// A longer link is not remembered, which bounds what the table holds.
  private static final int LONGEST = 256;

  private record Known(String href, int depth, String referrerKey) {}

  private final boolean levelled;
  private final @Nullable Known[] table = new Known[PLACES];

  /// @param levelled whether the least way to a URL counts, or any
  KnownLinks(boolean levelled) {
    this.levelled = levelled;
  }

  /// How a page is told from others that link to the same.
  String keyOf(CrawlUrl page) {
    return levelled && page.href().length() <= LONGEST ? page.key() : "";
  }

  /// Whether a link on that page says nothing new; from then on it does not.
  ///
  /// @param page its key, as above
  /// @param depth of the page
  boolean knows(String href, String page, int depth) {
    int hash = href.hashCode() * 0x9E3779B9 >>> 16;
    var known = table[hash];
    if (known != null && known.href.equals(href) && !isLess(page, depth, known)) {
      return true;
    }
    if (href.length() <= LONGEST && (!levelled || !page.isEmpty())) {
      table[hash] = new Known(href, depth, page);
    }
    return false;
  }

  private boolean isLess(String page, int depth, Known known) {
    return levelled
        && (depth < known.depth || depth == known.depth && page.compareTo(known.referrerKey) < 0);
  }
}
