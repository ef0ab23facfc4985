package dev.crawler.processes.worker;

import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.Sink;
import dev.crawler.core.record.UnwritableException;
import dev.crawler.processes.part.RecordLog;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/// Appends records to the part file, and tells the thread that wrote one where it lies.
/// *Thread-safe.*
final class PartSink implements Sink {
  private static final long NOWHERE = -1;

  private final RecordLog log;
  private final ToLongFunction<Settlement> epochs;
  private final ThreadLocal<Long> written = ThreadLocal.withInitial(() -> NOWHERE);

  /// @param epochs under which claim a URL is settled
  PartSink(RecordLog log, ToLongFunction<Settlement> epochs) {
    this.log = log;
    this.epochs = epochs;
  }

  /// Refuses: how its URL was settled belongs to a record.
  @Override
  public void write(PageRecord page) {
    throw new UnsupportedOperationException("a record without how its URL was settled");
  }

  @Override
  public void write(PageRecord page, Settlement settlement) throws IOException {
    try {
      written.set(log.append(page, settlement, epochs.applyAsLong(settlement)));
    } catch (IOException e) {
      throw new UnwritableException(log.part().file(), e);
    }
  }

  /// Where the record lies that this thread has written since it last asked.
  OptionalLong taken() {
    long position = written.get();
    written.set(NOWHERE);
    return position == NOWHERE ? OptionalLong.empty() : OptionalLong.of(position);
  }
}
