package dev.crawler.processes.coordinator;

import com.hazelcast.core.HazelcastInstance;
import java.util.Optional;

/// Where the workers of a crawl are, and how this process stands to them. *Thread-safe.*
public interface Deployment extends AutoCloseable {
  /// This process's place in their cluster.
  HazelcastInstance hazelcast();

  /// How many workers to wait for before the crawl begins.
  int workers();

  /// Why no more workers can be had, if that is so.
  Optional<String> exhausted();

  /// What a worker said that could not write its records, where all write to the same disk: none
  /// can then.
  Optional<String> unwritable();

  /// Told when the worker of that number has left the cluster: it is to be heard of no more.
  void left(int number);

  /// Whether the worker of that number is known to have ended; in doubt it has not.
  boolean hasEnded(int number);

  /// Whether the workers stay when the crawl is over, for the next one.
  boolean outlivesCrawl();

  /// Lets the workers go. Idempotent.
  @Override
  void close();
}
