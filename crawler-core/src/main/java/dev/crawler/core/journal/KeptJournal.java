package dev.crawler.core.journal;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Journal;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.fetch.SitemapsRead;
import dev.crawler.core.record.RecordFormat;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The journal of a crawl, in a folder: what a former process has written, and where this one
/// writes on. Made by [StateFolder]; whoever has it closes it when the crawl is over.
/// *Thread-safe.*
public final class KeptJournal implements Journal, Closeable {
  private static final Duration LONGEST_DELAY = Duration.ofDays(1);

  private final Closeable lock;
  private final JournalReader former;
  private final JournalWriter writer;
  private final Syncer syncer;
  private final Optional<Extent> extent;
  private final Optional<Instant> resumedAt;
  private final Optional<Path> folder;
  private final InstantSource clock;
  private boolean closed;

  private KeptJournal(
      Closeable lock,
      JournalReader former,
      JournalWriter writer,
      Optional<Extent> extent,
      Optional<Path> folder,
      InstantSource clock) {
    this.lock = lock;
    this.former = former;
    this.writer = writer;
    this.extent = extent;
    this.resumedAt = extent.map(_ -> clock.instant());
    this.folder = folder;
    this.clock = clock;
    this.syncer = Syncer.start(writer);
  }

  /// That of a crawl that begins.
  static KeptJournal begun(
      Closeable lock,
      JournalReader nothing,
      JournalWriter writer,
      Optional<Path> folder,
      InstantSource clock) {
    return new KeptJournal(lock, nothing, writer, Optional.empty(), folder, clock);
  }

  /// That of a crawl that goes on.
  static KeptJournal resumed(
      Closeable lock,
      JournalReader former,
      JournalWriter writer,
      Extent extent,
      Optional<Path> folder,
      InstantSource clock) {
    return new KeptJournal(lock, former, writer, Optional.of(extent), folder, clock);
  }

  /// Takes the records, and writes them into the output. Closing it leaves the journal open.
  public JournaledSink sink(RecordFormat format) {
    return new JournaledSink(format, writer);
  }

  /// The seeds of the crawl, to be iterated once: those given, which are written on their way, or
  /// those that were written when it began.
  public Iterable<String> seeds(Iterable<String> given) {
    if (isFinished()) {
      return List.of();
    }
    return resumedAt.isPresent() ? former.seeds() : () -> new WrittenSeeds(given, writer);
  }

  /// URLs that were settled before.
  public long settled() {
    return extent.map(Extent::settled).orElse(0L);
  }

  /// What their records say, in the order of the output.
  ///
  /// @throws java.io.UncheckedIOException when the journal cannot be read
  public void gists(BiConsumer<String, Gist> each) {
    if (resumedAt.isPresent()) {
      former.gists(each);
    }
  }

  /// What was said of all records when nothing was left to do.
  public Sums sums() {
    return extent.map(Extent::sums).orElse(Sums.NONE);
  }

  @Override
  public boolean isFinished() {
    return extent.isPresent() && extent.get().isFinished();
  }

  /// Notes that nothing is left to do, and what there is.
  public void finish(Sums sums) throws IOException {
    if (!isFinished()) {
      writer.finished(sums);
    }
  }

  /// What keeps it from being written on, if anything does.
  public Optional<IOException> failure() {
    return writer.failure();
  }

  @Override
  public boolean isKept() {
    return true;
  }

  @Override
  public Optional<Instant> resumedAt() {
    return resumedAt;
  }

  @Override
  public Optional<Path> folder() {
    return folder;
  }

  @Override
  public void passSitemaps() throws IOException {
    writer.mark(EntryKind.READ);
  }

  private boolean goesOn() {
    return resumedAt.isPresent() && !isFinished();
  }

  @Override
  public void settlements(Consumer<Settlement> each) {
    if (goesOn()) {
      former.settlements(each);
    }
  }

  @Override
  public Optional<SitemapsRead> sitemaps() {
    return goesOn() && extent.orElseThrow().isPastSitemaps()
        ? Optional.of(former.sitemaps())
        : Optional.empty();
  }

  @Override
  public void cares(Consumer<Care> each) {
    if (goesOn()) {
      former.cares(each);
    }
  }

  /// Writes how a host is to be treated when that is not as usual.
  @Override
  public void heard(FetchTask task, Outcome outcome) throws IOException {
    var pause = outcome.pressure().retryAfter().orElse(Duration.ZERO);
    if (!pause.isZero()) {
      var until = clock.instant().plus(pause);
      writer.care(new Care(task.link().url().hostKey(), Duration.ZERO, until));
    }
    switch (outcome) {
      case Outcome.Robots(RobotsVerdict.Found found, var _) -> heard(task.link(), found);
      case Outcome.Sitemap(var verdict, var _) -> writer.sitemap(task.link().url(), verdict);
      case Outcome.Robots _,
          Outcome.Page _,
          Outcome.Redirect _,
          Outcome.Ended _,
          Outcome.Retry _ -> {} // the record says it, or nothing is over
    }
  }

  private void heard(Link robotsTxt, RobotsVerdict.Found found) throws IOException {
    var asked = robotsTxt.referrer() == null ? robotsTxt.url() : robotsTxt.referrer();
    if (found.rules().crawlDelay().isPresent()) {
      var delay = found.rules().crawlDelay().get();
      var most = delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
      writer.care(new Care(asked.hostKey(), most, Instant.EPOCH));
    }
    if (!found.sitemaps().isEmpty()) {
      writer.named(new SitemapsRead.Named(asked, found.sitemaps()));
    }
  }

  /// Makes safe what was written, and lets others have the folder. Idempotent.
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (lock;
        writer) {
      syncer.close();
      writer.sync();
      if (writer.failure().isPresent()) {
        throw writer.failure().get(); // nobody wrote after it
      }
    }
  }
}
