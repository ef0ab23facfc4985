package dev.crawler.cli.option;

import static java.nio.file.StandardOpenOption.WRITE;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.report.ReportFile;
import dev.crawler.cli.terminal.Figures;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.core.journal.Gist;
import dev.crawler.core.journal.KeptJournal;
import dev.crawler.core.journal.StateFolder;
import dev.crawler.core.journal.Sums;
import dev.crawler.core.journal.UnusableStateException;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Sitemaps;
import dev.crawler.core.record.PartFile;
import dev.crawler.core.record.RecordFormat;
import dev.crawler.core.record.Sink;
import dev.crawler.core.reserve.DiskReserve;
import dev.crawler.core.session.Reserve;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A crawl that outlives its process: its state, and its output. *Confined to the main thread, but
/// for its sinks.*
public final class KeptCrawl implements AutoCloseable {
  private final Path output;
  private final KeptJournal journal;
  private final DiskReserve reserve;
  private final RecordFormat format;
  private final boolean resumes;

  /// Takes the records when the crawl is over, of an engine that keeps them until then.
  private final @Nullable LateSink late;

  private KeptCrawl(
      Path output,
      KeptJournal journal,
      DiskReserve reserve,
      RecordFormat format,
      boolean apart,
      boolean resumes) {
    this.output = output;
    this.journal = journal;
    this.reserve = reserve;
    this.format = format;
    this.resumes = resumes;
    this.late = apart ? new LateSink(output, format) : null;
  }

  /// Begins one, or goes on with one.
  ///
  /// @param apart whether the engine keeps the records until the crawl is over
  /// @param resumes whether to go on
  /// @throws CommandException when it cannot be kept, or cannot go on
  static KeptCrawl open(
      StateFolder folder, String output, RecordFormat format, boolean apart, boolean resumes) {
    try {
      var file = file(output);
      if (apart) {
        ReportFile.requireWritable(file);
      }
      var journal = journal(folder, file, format, apart, resumes);
      var reserve = DiskReserve.in(folder.path());
      return new KeptCrawl(file, journal, reserve, format, apart, resumes);
    } catch (UnusableStateException e) {
      throw new CommandException(ExitCode.STATE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw CommandException.unwritable(folder.path() + " or " + output, e);
    } catch (InvalidPathException e) {
      throw CommandException.unwritable(output, new IOException("not a file name", e));
    }
  }

  private static KeptJournal journal(
      StateFolder folder, Path output, RecordFormat format, boolean apart, boolean resumes)
      throws IOException {
    if (apart) {
      return resumes ? folder.resumeApart(output) : folder.beginApart(output);
    }
    return resumes ? folder.resume(output) : folder.begin(output, format);
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
    var sitemaps = journal.isFinished() ? Sitemaps.NONE : plan.sitemaps();
    return plan.with(journal.seeds(plan.seeds()), sitemaps).in(journal);
  }

  /// Takes the records.
  Sink sink() {
    if (late == null) {
      return journal.sink(format);
    }
    return journal.isFinished() ? _ -> {} : late;
  }

  /// Keeps what waits far back, so that it takes no memory.
  public Reserve reserve() {
    return reserve;
  }

  /// Whether former processes have had a part in it.
  public boolean isResumed() {
    return journal.resumedAt().isPresent();
  }

  /// Whether what was lost is known no more: with the workers that knew it.
  public boolean isForgotten() {
    return late != null && journal.isFinished();
  }

  /// Tells what records of former processes say: each, or all together where they lie with the
  /// workers.
  public void recall(BiConsumer<String, Gist> each, Consumer<Sums> all) {
    if (late == null) {
      journal.gists(each);
    } else {
      all.accept(journal.sums());
    }
  }

  /// What is told at the start of a crawl that goes on.
  public Optional<Notice> notice() {
    return resumes
        ? Optional.of(Notice.info("resumed", line(), Notice.Fields.NONE))
        : Optional.empty();
  }

  private String line() {
    if (!isResumed()) {
      return "beginning anew: it had ended before all input was read";
    }
    long records = late == null ? journal.settled() : journal.sums().records();
    if (journal.isFinished()) {
      return "the crawl is finished: %s, nothing left to do"
          .formatted(Figures.count(records, "record"));
    }
    return late == null
        ? "going on: %s before, input is not read again".formatted(Figures.count(records, "record"))
        : "going on with what the workers have kept, input is not read again";
  }

  /// Nothing is left to do.
  ///
  /// @param sums all records
  public void finish(Sums sums) {
    try {
      if (late != null && !journal.isFinished()) {
        late.complete();
        try (var file = FileChannel.open(output, WRITE)) {
          file.force(false);
        }
        PartFile.syncFolderOf(output);
      }
      journal.finish(sums);
    } catch (IOException e) {
      throw CommandException.unwritable(output.toString(), e);
    }
  }

  /// Why the state could not be written on, if that is so.
  public Optional<CommandException> failure() {
    return journal
        .failure()
        .map(error -> CommandException.unwritable(output + " or its state", error));
  }

  /// Makes the state safe.
  @Override
  public void close() {
    try (reserve) {
      journal.close();
    } catch (IOException e) {
      throw CommandException.unwritable(output + " or its state", e);
    }
  }
}
