package dev.crawler.core.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Seeds on their way into a crawl, and into its journal: standard input cannot be read twice.
/// *Confined to one thread.*
final class WrittenSeeds implements Iterator<String> {
  private static final int SEEDS_AN_ENTRY = 256;

  private final Iterator<String> given;
  private final JournalWriter writer;
  private final List<String> unwritten = new ArrayList<>(SEEDS_AN_ENTRY);
  private boolean ended;

  WrittenSeeds(Iterable<String> given, JournalWriter writer) {
    this.given = given.iterator();
    this.writer = writer;
  }

  @Override
  public boolean hasNext() {
    boolean more = given.hasNext();
    if (!more && !ended) {
      ended = true;
      end();
    }
    return more;
  }

  private void end() {
    try {
      write();
      writer.mark(EntryKind.BEGUN);
      writer.sync();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String next() {
    var seed = given.next();
    unwritten.add(seed);
    if (unwritten.size() == SEEDS_AN_ENTRY) {
      try {
        write();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return seed;
  }

  private void write() throws IOException {
    writer.seeds(unwritten);
    unwritten.clear();
  }
}
