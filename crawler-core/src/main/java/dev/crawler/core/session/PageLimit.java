package dev.crawler.core.session;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where `--max-pages` ends a crawl that is cut into shards: they are taken on level by level, in
/// the order of their keys, whichever shard they are in. *Confined to who releases the levels.*
public final class PageLimit {
  private final boolean limited;
  private long left;

  /// A limit of so many pages; none means none.
  public PageLimit(OptionalLong pages) {
    this.limited = pages.isPresent();
    this.left = pages.orElse(Long.MAX_VALUE);
  }

  /// Whether the next release hangs on how many pages apply.
  public boolean asksForApplicants() {
    return limited && left > 0;
  }

  /// How many pages may still be taken on.
  public long left() {
    return left;
  }

  /// The release of a level.
  ///
  /// @param applicants keys of the pages that every shard would take on; not looked at unless asked
  ///   for
  public Release release(Level level, Collection<String> applicants) {
    return new Release(level, lastKey(applicants));
  }

  private @Nullable String lastKey(Collection<String> applicants) {
    if (!limited) {
      return null;
    }
    if (left == 0) {
      return "";
    }
    if (applicants.size() < left) {
      left -= applicants.size();
      return null;
    }
    var last = List.copyOf(new TreeSet<>(applicants)).get((int) left - 1);
    left = 0;
    return last;
  }
}
