package dev.crawler.cli.compare;

import dev.crawler.cli.compare.json.ComparisonJson;
import dev.crawler.cli.compare.jvm.ChildJvms;
import dev.crawler.cli.compare.page.ComparisonPage;
import dev.crawler.cli.compare.race.Contest;
import dev.crawler.cli.compare.race.Race;
import dev.crawler.cli.compare.race.StatusLine;
import dev.crawler.cli.compare.report.ComparisonText;
import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.watch.Audience;
import dev.crawler.cli.compare.watch.RaceWatch;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.exit.ProcessEnd;
import dev.crawler.cli.report.ReportFile;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.cli.terminal.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A comparison that a person waits for. The first signal ends all its processes, and there is no
/// result then; the second ends this one at once. *Confined to the main thread, but for signals.*
public final class ComparisonJob {
  private final Streams streams;
  private final Showing showing;
  private final ChildJvms jvms = new ChildJvms();
  private final AtomicReference<@Nullable ExitCode> signal = new AtomicReference<>();

  /// Makes a contest whose files are in that folder.
  @FunctionalInterface
  public interface ContestMaker {
    /// Called once, before anything runs.
    Contest in(Path folder) throws IOException;
  }

  /// @param showing where the result goes, too
  public ComparisonJob(Streams streams, Showing showing) {
    this.streams = streams;
    this.showing = showing;
  }

  /// Compares and tells.
  ///
  /// @throws CommandException when there is no comparison, or the work was not equal
  public ExitCode run(ContestMaker maker) throws IOException {
    var main = Thread.currentThread();
    streams.signals().listen(code -> heed(code, main));
    var folder = Files.createTempDirectory("crawler-compare-");
    try {
      return run(maker.in(folder), folder);
    } catch (InterruptedException e) {
      return interrupted();
    } catch (IOException e) {
      if (signal.get() != null) {
        return interrupted();
      }
      throw new CommandException(ExitCode.FAILED, "no comparison: " + CommandException.why(e));
    } finally {
      streams.terminal().erase();
      remove(folder);
    }
  }

  private ExitCode run(Contest contest, Path folder) throws IOException, InterruptedException {
    var line = new StatusLine(streams.terminal());
    if (!showing.isLive()) {
      return tell(new Race(contest, folder, jvms, line).run());
    }
    try (var watch = RaceWatch.open()) {
      streams.terminal().say(watch.notice());
      var audience = new Audience(List.of(line, watch));
      return tell(watch.noting(new Race(contest, folder, jvms, audience).run()));
    }
  }

  private ExitCode tell(Comparison comparison) {
    streams.terminal().erase();
    showing.json().ifPresent(file -> ReportFile.write(file, ComparisonJson.of(comparison) + "\n"));
    showing.html().ifPresent(file -> ReportFile.write(file, ComparisonPage.of(comparison)));
    streams.print(new ComparisonText(comparison).text());
    if (!comparison.proof().holds()) {
      throw new CommandException(
          ExitCode.FAILED, "the engines did not do the same work, so there are no figures");
    }
    return ExitCode.DONE;
  }

  private ExitCode interrupted() {
    var code = signal.get();
    if (code == null) {
      Thread.currentThread().interrupt();
      throw new CommandException(ExitCode.FAILED, "interrupted: no comparison");
    }
    return code;
  }

  private void heed(ExitCode code, Thread main) {
    if (!signal.compareAndSet(null, code)) {
      ProcessEnd.halt(code);
    }
    streams
        .terminal()
        .say(
            Notice.info(
                "stopping",
                "stopping, without a result; once more ends at once",
                Notice.Fields.NONE));
    jvms.release();
    main.interrupt();
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
