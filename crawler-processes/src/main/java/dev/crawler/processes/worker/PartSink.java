package dev.crawler.processes.worker;

import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.Sink;
import dev.crawler.processes.part.PartLog;
import java.io.IOException;
import java.util.OptionalLong;

/// Appends records to the part file, and tells the thread that wrote one where it lies.
/// *Thread-safe.*
final class PartSink implements Sink {
  private static final long NOWHERE = -1;

  private final PartLog log;
  private final ThreadLocal<Long> written = ThreadLocal.withInitial(() -> NOWHERE);

  PartSink(PartLog log) {
    this.log = log;
  }

  @Override
  public void write(PageRecord page) throws IOException {
    written.set(log.append(page));
  }

  /// Where the record lies that this thread has written since it last asked.
  OptionalLong taken() {
    long position = written.get();
    written.set(NOWHERE);
    return position == NOWHERE ? OptionalLong.empty() : OptionalLong.of(position);
  }
}
