package dev.crawler.processes.part;

import dev.crawler.core.record.Sink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes one output of the parts: a record counts when its key was settled by its worker with its
/// position, so that each key has one, however often its page was fetched. *Confined to one
/// thread.*
public final class PartMerge {
  /// Looks up how keys were settled. *Thread-safe.*
  @FunctionalInterface
  public interface Settlements {
    /// Where the record of each of those keys lies, by the text of the key; keys that are not
    /// settled are left out.
    Map<String, Place> of(List<RecordKey> keys) throws IOException;
  }

  /// Where a record lies. *Immutable.*
  ///
  /// @param worker number of the part
  /// @param position of its line there
  public record Place(int worker, long position) {}

  /// What came of a merge. *Immutable.*
  ///
  /// @param written records handed to the sink
  /// @param lost settled keys whose record is in none of the parts
  public record Merged(long written, long lost) {}

  /// Looked up at once.
  static final int BATCH = 1_000;

  /// Bytes of lines beyond which fewer are looked up at once: records can be huge.
  private static final long LARGE_BATCH = 8 << 20;

  private final Settlements settlements;
  private final Sink sink;
  private final List<PartEntry> batch = new ArrayList<>();
  private long written;

  private PartMerge(Settlements settlements, Sink sink) {
    this.settlements = settlements;
    this.sink = sink;
  }

  /// Hands the settled records of all parts to a sink, which is neither flushed nor closed: part by
  /// part, in the order of their lines.
  ///
  /// @param settled how many keys are settled in all
  /// @throws IOException when a part cannot be read, the look-up fails, or the sink does
  public static Merged merge(List<Part> parts, Settlements settlements, long settled, Sink sink)
      throws IOException {
    var merge = new PartMerge(settlements, sink);
    for (var part : parts) {
      merge.add(part);
    }
    return new Merged(merge.written, settled - merge.written);
  }

  private void add(Part part) throws IOException {
    try (var reader = PartReader.open(part.file())) {
      for (var entry = reader.next(); entry != null; entry = reader.next()) {
        batch.add(entry);
        if (isFull()) {
          write(part.worker());
        }
      }
      write(part.worker());
    }
  }

  private boolean isFull() {
    return batch.size() == BATCH
        || batch.getLast().position() - batch.getFirst().position() > LARGE_BATCH;
  }

  private void write(int worker) throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    var places = settlements.of(batch.stream().map(PartEntry::key).toList());
    for (var entry : batch) {
      if (new Place(worker, entry.position()).equals(places.get(entry.key().text()))) {
        sink.write(entry.page());
        written++;
      }
    }
    batch.clear();
  }
}
