package dev.crawler.core.journal;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Journal;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Reason;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.fetch.SitemapsRead;
import dev.crawler.core.record.RecordFormat;
import dev.crawler.core.record.RecordOutcome;
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
import org.jspecify.annotations.Nullable;

/// The journal of a crawl, in a folder: what a former process has written, and where this one
/// writes on. Made by [StateFolder]; whoever has it closes it when the crawl is over.
/// *Thread-safe.*
public final class KeptJournal implements Journal, Closeable {
  private static final Duration LONGEST_DELAY = Duration.ofDays(1);

  private final Closeable lock;
  private final JournalReader former;
  private final JournalWriter writer;
  private final Syncer syncer;
  private final Optional<Instant> resumedAt;
  private final Optional<Path> folder;
  private final InstantSource clock;
  private final long settled;
  private final boolean finished;
  private final boolean pastSitemaps;
  private boolean closed;

  private KeptJournal(
      Closeable lock,
      JournalReader former,
      JournalWriter writer,
      Optional<Instant> resumedAt,
      Optional<Path> folder,
      InstantSource clock,
      long settled,
      boolean finished,
      boolean pastSitemaps) {
    this.lock = lock;
    this.former = former;
    this.writer = writer;
    this.resumedAt = resumedAt;
    this.folder = folder;
    this.clock = clock;
    this.settled = settled;
    this.finished = finished;
    this.pastSitemaps = pastSitemaps;
    this.syncer = Syncer.start(writer);
  }

  /// That of a crawl that begins.
  static KeptJournal begun(
      Closeable lock,
      JournalReader nothing,
      JournalWriter writer,
      Optional<Path> folder,
      InstantSource clock) {
    return new KeptJournal(lock, nothing, writer, Optional.empty(), folder, clock, 0, false, false);
  }

  /// That of a crawl that goes on.
  static KeptJournal resumed(
      Closeable lock,
      JournalReader former,
      JournalWriter writer,
      Extent extent,
      Optional<Path> folder,
      InstantSource clock) {
    var now = Optional.of(clock.instant());
    return new KeptJournal(
        lock,
        former,
        writer,
        now,
        folder,
        clock,
        extent.settled(),
        extent.isFinished(),
        extent.isPastSitemaps());
  }

  /// Takes the records, and writes them into the output. Closing it leaves the journal open.
  public JournaledSink sink(RecordFormat format) {
    return new JournaledSink(format, writer);
  }

  /// The seeds of the crawl, to be iterated once: those given, which are written on their way, or
  /// those that were written when it began.
  public Iterable<String> seeds(Iterable<String> given) {
    if (finished) {
      return List.of();
    }
    return resumedAt.isPresent() ? former.seeds() : () -> new WrittenSeeds(given, writer);
  }

  /// URLs that were settled before.
  public long settled() {
    return settled;
  }

  /// How they ended.
  ///
  /// @throws java.io.UncheckedIOException when the journal cannot be read
  public void outcomes(BiConsumer<RecordOutcome, @Nullable Reason> each) {
    former.outcomes(each);
  }

  @Override
  public boolean isFinished() {
    return finished;
  }

  /// Notes that nothing is left to do.
  public void finish() throws IOException {
    if (!finished) {
      writer.mark(EntryKind.FINISHED);
    }
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

  @Override
  public void settlements(Consumer<Settlement> each) {
    if (resumedAt.isPresent() && !finished) {
      former.settlements(each);
    }
  }

  @Override
  public Optional<SitemapsRead> sitemaps() {
    return pastSitemaps && !finished ? Optional.of(former.sitemaps()) : Optional.empty();
  }

  @Override
  public void cares(Consumer<Care> each) {
    if (resumedAt.isPresent() && !finished) {
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
    }
  }
}
