package dev.crawler.core.journal;

import dev.crawler.core.fingerprint.Fingerprints;
import dev.crawler.core.url.CrawlUrl;
import org.jspecify.annotations.Nullable;

/// Which links stand in the journal already, so that one that many pages have is written once. A
/// small table knows those that came last with the page that they were on; two generations of
/// fingerprints know some millions with the depth of that page. A link that was driven out of all
/// is written again, which does no harm. *Confined to one thread at a time.*
final class KnownLinks {
  /// As it comes the fingerprints know the rest; in levels they cannot tell pages of one depth.
  private static final int PLACES_BITS = 12;

  private static final int PLACES_BITS_IN_LEVELS = 16;

  /// Of a generation: 22 MB.
  private static final int MOST = 1_000_000;

  /// A longer link is not remembered with its page, which bounds what the table holds.
  private static final int LONGEST = 256;

  private record Known(String href, int depth, String referrerKey) {}

  private final boolean levelled;
  private final int most;
  private final int bits;
  private final @Nullable Known[] table;
  private Fingerprints young = Fingerprints.with(1);
  private Fingerprints old = Fingerprints.with(1);

  /// @param levelled whether the least way to a URL counts, or any
  KnownLinks(boolean levelled) {
    this(levelled, MOST);
  }

  /// @param most links of a generation
  KnownLinks(boolean levelled, int most) {
    this.levelled = levelled;
    this.most = most;
    this.bits = levelled ? PLACES_BITS_IN_LEVELS : PLACES_BITS;
    this.table = new Known[1 << bits];
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
    int hash = href.hashCode() * 0x9E3779B9 >>> Integer.SIZE - bits;
    var known = table[hash];
    if (known != null && known.href.equals(href)) {
      if (!isLess(page, depth, known)) {
        return true;
      }
    } else if (isOfLesserDepth(href, depth)) {
      return true;
    }
    if (href.length() <= LONGEST && (!levelled || !page.isEmpty())) {
      table[hash] = new Known(href, depth, page);
    }
    remember(href, depth);
    return false;
  }

  private boolean isLess(String page, int depth, Known known) {
    return levelled
        && (depth < known.depth || depth == known.depth && page.compareTo(known.referrerKey) < 0);
  }

  /// Of two pages of one depth the fingerprints do not know which is less.
  private boolean isOfLesserDepth(String href, int depth) {
    int known = young.number(href, 0);
    if (known == 0) {
      known = old.number(href, 0);
      if (known != 0) {
        remember(href, known - 1);
      }
    }
    return known != 0 && (!levelled || known - 1 < depth);
  }

  private void remember(String href, int depth) {
    if (young.size() == most) {
      old = young;
      young = Fingerprints.with(1);
    }
    young.number(href, 0, depth + 1);
  }
}
