package dev.crawler.processes.ledger;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicates;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Letters between shards. A letter lies with the shard that is to read it until it is removed, so
/// it is read again by the next owner when a reader dies before it has done what it asks for. Each
/// call throws [LedgerLostException] when this member cannot go on. *Thread-safe.*
public final class Post {
  private static final String NAME = "crawler.post";

  private final IMap<ShardedKey, byte[]> letters;
  private final PartitionKeys partitions;
  private final Attempts attempts;

  /// The post of a member's or client's cluster; there is one.
  public Post(HazelcastInstance hazelcast) {
    this.letters = hazelcast.getMap(NAME);
    this.partitions = PartitionKeys.of(hazelcast);
    this.attempts = new Attempts(hazelcast);
  }

  /// Leaves a letter at a shard.
  public void send(String shardKey, byte[] content) {
    var key = new ShardedKey(shardKey, UUID.randomUUID().toString());
    attempts.of(() -> {
      letters.set(key, content);
      return key;
    });
  }

  /// The letters to the shards of a partition, in no order.
  public List<Letter> letters(int partition) {
    var there =
        Predicates.<ShardedKey, byte[]>partitionPredicate(
            partitions.of(partition), Predicates.alwaysTrue());
    return attempts.of(() -> letters.entrySet(there)).stream()
        .map(entry -> new Letter(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// Throws a letter away whose matter is dealt with.
  public void remove(Letter letter) {
    attempts.of(() -> {
      letters.delete(letter.key());
      return letter;
    });
  }

  /// Hints at letters to this member's partitions, on a thread of Hazelcast's that must not be held
  /// up. A hint may be lost. Returns what ends it.
  public Runnable listen(Consumer<Letter> hint) {
    var id =
        letters.addLocalEntryListener(
            new LocalChanges<ShardedKey, byte[]>(
                (key, content) -> hint.accept(new Letter(key, content))),
            Predicates.alwaysTrue(),
            true);
    return () -> letters.removeEntryListener(id);
  }

  /// Forgets everything.
  public void clear() {
    attempts.of(() -> {
      letters.clear();
      return true;
    });
  }
}
