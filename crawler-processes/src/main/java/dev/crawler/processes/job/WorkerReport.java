package dev.crawler.processes.job;

import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.Level;
import dev.crawler.core.session.Progress;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How it goes with one worker. *Immutable.*
///
/// @param idle whether nothing is to be done or under way in any of its shards
/// @param activity grows with each thing it does: the same twice means that nothing was done
///   between
/// @param partitions whose shards it holds and has told everything
/// @param releases levels released in all its shards
/// @param nextLevel the first level that is held back in one of them, or null
/// @param progress of its shards together
/// @param tally how it went in its shards, so far
/// @param events since the report before
/// @param health how the worker itself is
public record WorkerReport(
    boolean idle,
    long activity,
    BitSet partitions,
    int releases,
    @Nullable Level nextLevel,
    Progress progress,
    CrawlReport tally,
    List<Event> events,
    Health health) {
  /// Copies the collections.
  public WorkerReport {
    partitions = (BitSet) partitions.clone();
    events = List.copyOf(events);
  }
}
