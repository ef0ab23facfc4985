package dev.crawler.core.journal;

import dev.crawler.core.fetch.Journal.Care;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.fetch.SitemapVerdict;
import dev.crawler.core.fetch.SitemapsRead;
import dev.crawler.core.record.RecordLine;
import dev.crawler.core.url.CrawlUrl;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Writes journal and output, in step: of two records, the one that comes first in the output comes
/// first in the journal. After a failure nothing more is written, since it would lie behind what is
/// not whole. *Thread-safe.*
final class JournalWriter implements Closeable {
  private final ReentrantLock lock = new ReentrantLock();
  private final AppendFile journal;
  private final AppendFile output;
  private final KnownLinks known;
  private final Frame frame = new Frame();
  private long safe;
  private @Nullable IOException failure;
  private boolean closed;

  JournalWriter(AppendFile journal, AppendFile output, KnownLinks known) {
    this.journal = journal;
    this.output = output;
    this.known = known;
  }

  /// Something to be written.
  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }

  /// Returns where the record begins.
  long settled(RecordLine line, int checksum, Gist gist, Settlement settlement, long epoch)
      throws IOException {
    return inTurn(() -> {
      int length = line.length();
      var place = new Place(output.end() + length, length, checksum, gist, epoch);
      line.writeTo(output.stream());
      SettledEntry.write(frame, place, settlement, known);
      append();
      output.grown(length);
    });
  }

  void seeds(List<String> texts) throws IOException {
    inTurn(() -> {
      frame.begin(EntryKind.SEEDS).number(texts.size());
      texts.forEach(frame::text);
      append();
    });
  }

  void care(Care care) throws IOException {
    inTurn(() -> {
      frame.begin(EntryKind.CARE).text(care.host().value());
      frame.number(care.delay().toNanos()).number(Math.max(0, care.until().toEpochMilli()));
      append();
    });
  }

  void named(SitemapsRead.Named named) throws IOException {
    inTurn(() -> {
      SitemapEntry.write(frame, named);
      append();
    });
  }

  void sitemap(CrawlUrl url, SitemapVerdict verdict) throws IOException {
    inTurn(() -> {
      SitemapEntry.write(frame, url, verdict);
      append();
    });
  }

  void finished(Sums sums) throws IOException {
    inTurn(() -> {
      sums.write(frame.begin(EntryKind.FINISHED));
      append();
    });
  }

  void mark(EntryKind kind) throws IOException {
    inTurn(() -> {
      frame.begin(kind);
      append();
    });
  }

  /// Has everything written so far outlive the machine: first the records, then the entries that
  /// name them. Writing goes on meanwhile.
  void sync() throws IOException {
    long end = endOfWhole();
    if (end < 0) {
      return;
    }
    try {
      output.sync();
      if (end > safe) {
        inTurn(() -> {
          frame.begin(EntryKind.SYNC).number(end);
          append();
        });
        safe = end;
      }
      journal.sync();
    } catch (IOException e) {
      fail(e);
      throw e;
    }
  }

  /// Where the last whole record ends, or less than nothing when no more is to be written.
  private long endOfWhole() {
    lock.lock();
    try {
      return closed || failure != null ? -1 : output.end();
    } finally {
      lock.unlock();
    }
  }

  private void append() throws IOException {
    journal.grown(frame.writeTo(journal.stream()));
  }

  /// Returns where the output ended before.
  private long inTurn(Writing writing) throws IOException {
    lock.lock();
    try {
      if (failure != null) {
        throw new IOException(failure.getMessage(), failure);
      }
      if (closed) {
        throw new IOException("the output is closed already");
      }
      long before = output.end();
      writing.write();
      return before;
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    } finally {
      lock.unlock();
    }
  }

  /// What keeps it from writing on, if anything does.
  Optional<IOException> failure() {
    lock.lock();
    try {
      return Optional.ofNullable(failure);
    } finally {
      lock.unlock();
    }
  }

  private void fail(IOException cause) {
    lock.lock();
    try {
      failure = failure == null ? cause : failure;
    } finally {
      lock.unlock();
    }
  }

  /// Leaves whole entries and whole records alone. Idempotent.
  @Override
  public void close() throws IOException {
    lock.lock();
    try (output;
        journal) {
      closed = true;
    } finally {
      lock.unlock();
    }
  }
}
