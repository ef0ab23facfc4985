package dev.crawler.core.record;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The records of an output in JSON Lines with all fields, one after the other. A record that was
/// read is written again as the same bytes. A last line without its end does not count: whoever
/// wrote it was cut short. *Confined to one thread.*
public final class RecordReader implements Closeable {
  private final InputStream stream;
  private final ByteLines lines;

  /// Reads that stream, and closes it in its turn.
  public RecordReader(InputStream stream) {
    this.stream = stream;
    this.lines = new ByteLines(stream);
  }

  /// The next record, or null after the last.
  ///
  /// @throws IOException when the stream fails, or a line is no record, with its number
  public @Nullable PageRecord next() throws IOException {
    while (lines.next() && !lines.isUnfinished()) {
      if (!lines.isBlank()) {
        return record();
      }
    }
    return null;
  }

  private PageRecord record() throws IOException {
    try {
      return read(lines.bytes(), lines.length());
    } catch (IllegalArgumentException e) {
      throw new IOException("line " + lines.number() + ": " + e.getMessage(), e);
    }
  }

  /// Where the line of the record that was read last begins in the stream.
  public long position() {
    return lines.offset();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  /// The record in the first bytes of an array.
  ///
  /// @throws IllegalArgumentException when it is none, with what is wrong with it
  public static PageRecord read(byte[] line, int length) {
    var values = RecordValues.of(line, length);
    var outcome = outcome(values.requiredText(RecordField.OUTCOME));
    return new PageRecord(
        values.requiredText(RecordField.URL),
        outcome,
        reason(values.text(RecordField.REASON), outcome),
        values.text(RecordField.ERROR),
        values.number(RecordField.STATUS),
        values.text(RecordField.REDIRECT_TO),
        values.number(RecordField.DEPTH).orElse(0),
        values.text(RecordField.REFERRER),
        values.content(),
        values.html(),
        values.texts(RecordField.LINKS),
        version(values),
        trace(values));
  }

  private static RecordOutcome outcome(String label) {
    return Stream.of(RecordOutcome.values())
        .filter(outcome -> outcome.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no outcome is named '" + label + "'"));
  }

  /// The two lists of reasons have a word in common, so the outcome says which of them is meant.
  private static @Nullable Reason reason(@Nullable String label, RecordOutcome outcome) {
    if (label == null) {
      return null;
    }
    Reason[] reasons =
        switch (outcome) {
          case FAILED -> FailureReason.values();
          case EXCLUDED -> ExclusionReason.values();
          case OK, REDIRECT, HTTP_ERROR -> new Reason[0];
        };
    return Stream.of(reasons)
        .filter(reason -> reason.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'" + label + "' is no reason to end as " + outcome.label()));
  }

  private static PageRecord.@Nullable Version version(RecordValues values) {
    var validators = values.validators();
    boolean notModified = values.isTrue(RecordField.NOT_MODIFIED);
    var unfollowed = values.texts(RecordField.UNFOLLOWED);
    return validators.isEmpty() && !notModified && unfollowed.isEmpty()
        ? null
        : new PageRecord.Version(validators, notModified, unfollowed);
  }

  private static PageRecord.Trace trace(RecordValues values) {
    var elapsed = values.longNumber(RecordField.ELAPSED_MS);
    return new PageRecord.Trace(
        values.number(RecordField.ATTEMPTS).orElse(0),
        instant(values.text(RecordField.FETCHED_AT)),
        elapsed == null ? null : Duration.ofMillis(elapsed),
        values.text(RecordField.ADDRESS),
        values.text(RecordField.WORKER));
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("fetched_at is no time", e);
    }
  }
}
