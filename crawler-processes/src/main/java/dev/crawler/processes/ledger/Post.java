package dev.crawler.processes.ledger;

import com.hazelcast.core.HazelcastInstance;
import java.util.List;
import java.util.function.Consumer;

/// Letters between shards. *Thread-safe.*
public final class Post {
  public Post(HazelcastInstance hazelcast) {}

  public void send(String shardKey, byte[] content) {
    throw new UnsupportedOperationException();
  }

  public List<Letter> letters(int partition) {
    throw new UnsupportedOperationException();
  }

  public void remove(Letter letter) {
    throw new UnsupportedOperationException();
  }

  public Runnable listen(Consumer<Letter> hint) {
    throw new UnsupportedOperationException();
  }

  public void clear() {
    throw new UnsupportedOperationException();
  }
}
