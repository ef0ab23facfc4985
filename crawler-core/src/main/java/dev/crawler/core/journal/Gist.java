package dev.crawler.core.journal;

import dev.crawler.core.fetch.Reason;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.core.simhash.SimHash;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the record of a URL says, as far as a crawl is summed up by it. *Immutable.*
///
/// @param status 0 without an answer
/// @param bytes of the decoded body
/// @param simHash of its text, if that was wanted
public record Gist(
    RecordOutcome outcome,
    @Nullable Reason reason,
    int status,
    long bytes,
    @Nullable SimHash simHash) {
  /// Each by its place.
  private static final List<RecordOutcome> OUTCOMES = List.of(RecordOutcome.values());

  /// That of a record.
  public static Gist of(PageRecord page) {
    return new Gist(
        page.outcome(),
        page.reason(),
        page.status().orElse(0),
        page.content() == null ? 0 : page.content().bytes(),
        page.html() == null ? null : page.html().simHash());
  }

  /// Whether a server was asked for it.
  boolean isFetched() {
    return outcome != RecordOutcome.EXCLUDED && outcome != RecordOutcome.FAILED;
  }

  void write(Frame frame) {
    frame.put(OUTCOMES.indexOf(outcome));
    ReasonField.write(frame, reason);
    frame.number(status).number(bytes).put(simHash == null ? 0 : 1);
    if (simHash != null) {
      frame.wide(simHash.bits());
    }
  }

  static Gist read(FrameReader entry) throws IOException {
    return new Gist(
        OUTCOMES.get(entry.get()),
        ReasonField.read(entry),
        (int) entry.number(),
        entry.number(),
        entry.get() == 0 ? null : new SimHash(entry.wide()));
  }
}
