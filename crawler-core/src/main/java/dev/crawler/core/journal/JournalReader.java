package dev.crawler.core.journal;

import dev.crawler.core.fetch.Journal.Care;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.fetch.SitemapVerdict;
import dev.crawler.core.fetch.SitemapsRead;
import dev.crawler.core.url.HostKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Tells what a former process has written. *Thread-safe: each telling reads the file anew.*
///
/// @param path of the journal
/// @param length how much of it counts
record JournalReader(Path path, long length) {
  /// Takes an entry of the kind that was asked for.
  @FunctionalInterface
  private interface Taker {
    void take(FrameReader entry) throws IOException;
  }

  void settlements(Consumer<Settlement> each) {
    tell(
        EntryKind.SETTLED,
        entry -> {
          SettledEntry.place(entry);
          each.accept(SettledEntry.settlement(entry));
        });
  }

  void places(PartJournal.Taker each) {
    tell(
        EntryKind.SETTLED,
        entry -> {
          var place = SettledEntry.place(entry);
          each.take(place.start(), place.epoch(), SettledEntry.settlement(entry));
        });
  }

  void gists(BiConsumer<String, Gist> each) {
    tell(
        EntryKind.SETTLED,
        entry -> {
          var gist = SettledEntry.place(entry).gist();
          each.accept(SettledEntry.url(entry), gist);
        });
  }

  void cares(Consumer<Care> each) {
    tell(
        EntryKind.CARE,
        entry ->
            each.accept(
                new Care(
                    new HostKey(entry.text()),
                    Duration.ofNanos(entry.number()),
                    Instant.ofEpochMilli(entry.number()))));
  }

  SitemapsRead sitemaps() {
    var named = new ArrayList<SitemapsRead.Named>();
    var verdicts = new HashMap<String, SitemapVerdict>();
    tell(EntryKind.NAMED, entry -> named.add(SitemapEntry.named(entry)));
    tell(EntryKind.SITEMAP, entry -> verdicts.put(entry.text(), SitemapEntry.verdict(entry)));
    return new SitemapsRead(named, verdicts);
  }

  private void tell(EntryKind wanted, Taker taker) {
    try (var journal = open()) {
      while (journal.next()) {
        if (EntryKind.of(journal.get()) == wanted) {
          taker.take(journal);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FrameReader open() throws IOException {
    var journal = new FrameReader(Files.newInputStream(path), length);
    try {
      Head.read(journal);
      return journal;
    } catch (IOException e) {
      journal.close();
      throw e;
    }
  }

  /// The seeds, in their order.
  Iterable<String> seeds() {
    return Seeds::new;
  }

  /// Some at a time, so that they may be many. The file is closed after the last.
  private final class Seeds implements Iterator<String> {
    private final FrameReader journal;
    private final Queue<String> upcoming = new ArrayDeque<>();

    private Seeds() {
      try {
        journal = open();
        read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void read() throws IOException {
      while (upcoming.isEmpty() && journal.next()) {
        switch (EntryKind.of(journal.get())) {
          case SEEDS -> {
            for (long left = journal.number(); left > 0; left--) {
              upcoming.add(journal.text());
            }
          }
          case BEGUN -> {
            journal.close();
            return;
          }
          case null, default -> {}
        }
      }
    }

    @Override
    public boolean hasNext() {
      return !upcoming.isEmpty();
    }

    @Override
    public String next() {
      if (upcoming.isEmpty()) {
        throw new NoSuchElementException();
      }
      var seed = upcoming.remove();
      try {
        if (upcoming.isEmpty()) {
          read();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return seed;
    }
  }
}
