package dev.crawler.processes.ledger;

import com.hazelcast.core.HazelcastInstance;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Whom a member tells of entries that opened in its partitions: told where they are changed, by
/// the thread that does it, a hint costs no event, and none when nobody listens. *Thread-safe.*
final class Hints {
  private final AtomicReference<@Nullable BiConsumer<Integer, LedgerEntry>> listener =
      new AtomicReference<>();

  static Hints of(HazelcastInstance member) {
    return (Hints) member.getUserContext().computeIfAbsent(Hints.class.getName(), _ -> new Hints());
  }

  /// Tells of an entry, if it is open.
  void tell(int partition, ShardedKey key, EntryState state) {
    var told = listener.get();
    if (told != null && state.isOpen()) {
      told.accept(partition, state.entry(key));
    }
  }

  /// Whether somebody listens.
  boolean areWanted() {
    return listener.get() != null;
  }

  /// Tells this one from now on, and nobody else; returns what ends it.
  Runnable listen(BiConsumer<Integer, LedgerEntry> hint) {
    listener.set(hint);
    return () -> listener.compareAndSet(hint, null);
  }
}
