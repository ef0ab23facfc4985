package dev.crawler.cli.option;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.terminal.Figures;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.core.journal.KeptJournal;
import dev.crawler.core.journal.StateFolder;
import dev.crawler.core.journal.UnusableStateException;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.FileSink;
import dev.crawler.core.record.PartFile;
import dev.crawler.core.record.RecordFormat;
import dev.crawler.core.record.Sink;
import dev.crawler.core.reserve.DiskReserve;
import dev.crawler.core.session.Reserve;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// A crawl that outlives its process: its state, and its output. *Confined to the main thread.*
public final class KeptCrawl implements AutoCloseable {
  private final String output;
  private final KeptJournal journal;
  private final DiskReserve reserve;
  private final boolean apart;

  private KeptCrawl(String output, KeptJournal journal, DiskReserve reserve, boolean apart) {
    this.output = output;
    this.journal = journal;
    this.reserve = reserve;
    this.apart = apart;
  }

  /// Begins one.
  ///
  /// @param apart whether the engine keeps the records until the crawl is over
  /// @throws CommandException when it cannot be kept
  public static KeptCrawl begin(
      String folder,
      Map<String, String> terms,
      CrawlPlan plan,
      String output,
      RecordFormat format,
      boolean apart) {
    var state = folder(folder, terms, plan);
    return open(
        folder, output, apart, path -> apart ? state.beginApart(path) : state.begin(path, format));
  }

  /// Goes on with one.
  ///
  /// @throws CommandException when there is none, or it cannot go on
  public static KeptCrawl resume(
      String folder, Map<String, String> terms, CrawlPlan plan, String output, boolean apart) {
    var state = folder(folder, terms, plan);
    return open(
        folder, output, apart, path -> apart ? state.resumeApart(path) : state.resume(path));
  }

  private static StateFolder folder(String folder, Map<String, String> terms, CrawlPlan plan) {
    return new StateFolder(Path.of(folder), terms, plan.isLevelled(), InstantSource.system());
  }

  @FunctionalInterface
  private interface Opening {
    KeptJournal open(Path output) throws IOException;
  }

  private static KeptCrawl open(String folder, String output, boolean apart, Opening opening) {
    try {
      var reserve = DiskReserve.in(Path.of(folder));
      return new KeptCrawl(output, opening.open(file(output)), reserve, apart);
    } catch (UnusableStateException e) {
      throw new CommandException(ExitCode.STATE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw CommandException.unwritable(folder + " or " + output, e);
    } catch (InvalidPathException e) {
      throw CommandException.unwritable(folder, new IOException("not a file name", e));
    }
  }

  private static Path file(String output) {
    if (output.equals("-") || PartFile.isDevice(Path.of(output))) {
      throw new CommandException(
          ExitCode.USAGE,
          "--state needs --output FILE: a stream cannot be cut back to what is whole");
    }
    return Path.of(output);
  }

  /// The plan of what is left to do.
  public CrawlPlan continued(CrawlPlan plan) {
    return plan.with(journal.seeds(plan.seeds()), plan.sitemaps()).in(journal);
  }

  /// Takes the records.
  ///
  /// @throws CommandException when the output cannot be written
  public Sink sink(RecordFormat format) {
    if (!apart) {
      return journal.sink(format);
    }
    if (journal.isFinished()) {
      return _ -> {};
    }
    try {
      return FileSink.open(Path.of(output), format);
    } catch (IOException e) {
      throw CommandException.unwritable(output, e);
    }
  }

  /// Keeps what waits far back, so that it takes no memory.
  public Reserve reserve() {
    return reserve;
  }

  /// What is told at the start of a crawl that goes on.
  public Optional<Notice> notice() {
    if (journal.resumedAt().isEmpty()) {
      return Optional.empty();
    }
    if (apart) {
      var line =
          journal.isFinished()
              ? "the crawl is finished: nothing left to do"
              : "going on with what the workers have kept, input is not read again";
      return Optional.of(Notice.info("resumed", line, Notice.Fields.NONE));
    }
    var line =
        journal.isFinished()
            ? "the crawl is finished: %s, nothing left to do"
                .formatted(Figures.count(journal.settled(), "record"))
            : "going on: %s before, input is not read again"
                .formatted(Figures.count(journal.settled(), "record"));
    return Optional.of(Notice.info("resumed", line, Notice.Fields.NONE));
  }

  /// Nothing is left to do.
  public void finish() {
    try {
      journal.finish();
    } catch (IOException e) {
      throw CommandException.unwritable(output, e);
    }
  }

  /// Makes the state safe.
  @Override
  public void close() {
    try (reserve) {
      journal.close();
    } catch (IOException e) {
      throw CommandException.unwritable(output, e);
    }
  }
}
