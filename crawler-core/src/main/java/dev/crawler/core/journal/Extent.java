package dev.crawler.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// How much of a journal and its output counts: all entries up to the first that is not whole, or
/// whose record is not. What was made safe before is there, or something else than a death of
/// crawler or machine has befallen the files. *Confined to one thread.*
final class Extent {
  /// More than is ever written between two [EntryKind#SYNC]s: such a loss has another cause.
  private static final long LONGEST_TAIL = 16 << 20;

  /// A settled URL that may not be safe.
  private record Unsafe(Place place, long before) {}

  private final FileChannel output;
  private final long size;
  private final List<Unsafe> unsafe = new ArrayList<>();
  private long journalHead;
  private long journalEnd;
  private long outputEnd;
  private boolean begun;
  private boolean finished;
  private boolean read;
  private long settled;
  private long fetched;
  private boolean cut;
  private Sums sums = Sums.NONE;

  private Extent(FileChannel output, long outputHead) throws IOException {
    this.output = output;
    this.size = output.size();
    this.outputEnd = outputHead;
  }

  /// Looks at all entries after the head.
  static Extent of(FrameReader journal, long length, FileChannel output, long outputHead)
      throws IOException {
    var extent = new Extent(output, outputHead);
    extent.journalHead = journal.position();
    extent.journalEnd = journal.position();
    long whole = journal.position();
    while (journal.next()) {
      extent.take(journal, whole);
      whole = journal.position();
    }
    if (length - whole > LONGEST_TAIL) {
      throw new UnusableStateException(
          "it is damaged at byte %d of %d, long before its end".formatted(whole, length));
    }
    extent.verify();
    return extent;
  }

  private void take(FrameReader entry, long before) throws IOException {
    switch (EntryKind.of(entry.get())) {
      case SETTLED -> take(SettledEntry.place(entry), before);
      case SYNC -> safe(entry.number());
      case BEGUN -> begun = true;
      case FINISHED -> finish(Sums.read(entry));
      case READ -> read = true;
      case HEAD, SEEDS, CARE, NAMED, SITEMAP -> {}
      case null -> throw new UnusableStateException("it holds what this crawler does not know");
    }
    journalEnd = cut ? journalEnd : entry.position();
  }

  /// Later entries do not count either: their records lie behind one that is not there.
  private void take(Place place, long before) {
    cut |= place.end() > size || place.start() != outputEnd;
    if (!cut) {
      unsafe.add(new Unsafe(place, before));
      outputEnd = place.end();
      settled++;
      fetched += place.gist().isFetched() ? 1 : 0;
      finished = false;
    }
  }

  private void finish(Sums counted) {
    if (!cut) {
      finished = true;
      sums = counted;
    }
  }

  private void safe(long end) throws UnusableStateException {
    if (end > size) {
      throw new UnusableStateException(
          "the output has lost records since: it has %d bytes, and had %d".formatted(size, end));
    }
    if (!cut) {
      unsafe.clear();
    }
  }

  /// Reads the records that a power cut may have left as holes.
  private void verify() throws IOException {
    for (int i = 0; i < unsafe.size(); i++) {
      var place = unsafe.get(i).place;
      if (checksum(place) != place.checksum()) {
        journalEnd = unsafe.get(i).before;
        outputEnd = place.start();
        settled -= unsafe.size() - i;
        fetched -=
            unsafe.subList(i, unsafe.size()).stream()
                .filter(u -> u.place.gist().isFetched())
                .count();
        finished = false;
        return;
      }
    }
  }

  private int checksum(Place place) throws IOException {
    var buffer = ByteBuffer.allocate((int) Math.min(place.length(), 1 << 16));
    var sum = new CRC32C();
    for (long at = place.start(); at < place.end(); at += buffer.limit()) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), place.end() - at));
      while (buffer.hasRemaining() && output.read(buffer, at + buffer.position()) >= 0) {
        // on to the rest
      }
      sum.update(buffer.flip());
      buffer.rewind();
    }
    return (int) sum.getValue();
  }

  /// Where the first entry after the head begins.
  long journalHead() {
    return journalHead;
  }

  long journalEnd() {
    return journalEnd;
  }

  long outputEnd() {
    return outputEnd;
  }

  /// Whether all seeds are there.
  boolean isBegun() {
    return begun;
  }

  /// What was said of all records when nothing was left to do.
  Sums sums() {
    return sums;
  }

  boolean isFinished() {
    return finished;
  }

  /// Whether all sitemaps were read: a page was fetched, say.
  boolean isPastSitemaps() {
    return read || fetched > 0;
  }

  /// URLs that are settled.
  long settled() {
    return settled;
  }
}
