package dev.crawler.processes.ledger;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import java.util.function.BiConsumer;

/// Hears of what was put into a map on this member. *Immutable.*
record LocalChanges<K, V>(BiConsumer<K, V> hint)
    implements EntryAddedListener<K, V>, EntryUpdatedListener<K, V> {
  @Override
  public void entryAdded(EntryEvent<K, V> event) {
    hint.accept(event.getKey(), event.getValue());
  }

  @Override
  public void entryUpdated(EntryEvent<K, V> event) {
    hint.accept(event.getKey(), event.getValue());
  }
}
