package dev.crawler.processes.ledger;

import dev.crawler.core.fetch.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the ledger knows of one URL. *Immutable.*
///
/// @param shardKey where it lies
/// @param key of the URL, or the input text that is none
/// @param ways to it, those worth knowing, best first; none for a text
/// @param text the input text that is no URL, or null
/// @param settlement how it ended, or null while it has not
/// @param news whether a way was found since it was settled, of which its shard may not know
public record LedgerEntry(
    String shardKey,
    String key,
    List<Link> ways,
    @Nullable String text,
    @Nullable Settlement settlement,
    boolean news) {

  /// Whether something is to be done about it.
  public boolean isOpen() {
    return settlement == null || news;
  }
}
