package dev.crawler.core.journal;

import dev.crawler.core.fetch.Reason;
import dev.crawler.core.record.RecordOutcome;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// All records of a crawl, summed up. *Immutable.*
///
/// @param outcomes how many there are of each; what is missing did not occur
/// @param reasons the same
/// @param bytes of all decoded bodies
public record Sums(Map<RecordOutcome, Long> outcomes, Map<Reason, Long> reasons, long bytes) {
  /// Those of no record.
  public static final Sums NONE = new Sums(Map.of(), Map.of(), 0);

  /// Copies the maps.
  public Sums {
    outcomes = Map.copyOf(outcomes);
    reasons = Map.copyOf(reasons);
  }

  /// How many records there are.
  public long records() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  void write(Frame frame) {
    for (var outcome : RecordOutcome.values()) {
      frame.number(outcomes.getOrDefault(outcome, 0L));
    }
    frame.number(bytes).number(reasons.size());
    reasons.forEach((reason, count) -> {
      ReasonField.write(frame, reason);
      frame.number(count);
    });
  }

  static Sums read(FrameReader entry) throws IOException {
    var outcomes = new EnumMap<RecordOutcome, Long>(RecordOutcome.class);
    for (var outcome : RecordOutcome.values()) {
      outcomes.put(outcome, entry.number());
    }
    long bytes = entry.number();
    var reasons = new HashMap<Reason, Long>();
    for (long left = entry.number(); left > 0; left--) {
      var reason = ReasonField.read(entry);
      long count = entry.number();
      if (reason != null) {
        reasons.put(reason, count);
      }
    }
    return new Sums(outcomes, reasons, bytes);
  }
}
