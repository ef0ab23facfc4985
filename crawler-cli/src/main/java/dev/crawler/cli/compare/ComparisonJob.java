package dev.crawler.cli.compare;

import dev.crawler.cli.compare.json.ComparisonJson;
import dev.crawler.cli.compare.jvm.ChildJvms;
import dev.crawler.cli.compare.jvm.StopSignal;
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
import dev.crawler.cli.exit.TemporaryFolder;
import dev.crawler.cli.report.ReportFile;
import dev.crawler.cli.terminal.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A comparison that a person waits for. The first signal ends all its processes, and there is no
/// result then; the second ends this one at once. *Confined to the main thread, but for signals.*
public final class ComparisonJob {
  private final Streams streams;
  private final Showing showing;
  private final ChildJvms jvms = new ChildJvms();

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
    var signal =
        StopSignal.listen(streams, jvms, "stopping, without a result; once more ends at once");
    try (var folder = TemporaryFolder.make("compare")) {
      return run(maker.in(folder.path()), folder.path());
    } catch (InterruptedException e) {
      return signal.code().orElseThrow(ComparisonJob::interrupted);
    } catch (IOException e) {
      return signal.code().orElseThrow(() -> failed(e));
    } finally {
      streams.terminal().erase();
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

  private static CommandException interrupted() {
    Thread.currentThread().interrupt();
    return new CommandException(ExitCode.FAILED, "interrupted: no comparison");
  }

  private static CommandException failed(IOException cause) {
    return new CommandException(ExitCode.FAILED, "no comparison: " + CommandException.why(cause));
  }
}
