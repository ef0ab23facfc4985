package dev.crawler.cli.experiments;

import dev.crawler.cli.compare.jvm.ChildJvms;
import dev.crawler.cli.compare.jvm.StopSignal;
import dev.crawler.cli.compare.race.Machines;
import dev.crawler.cli.compare.race.StatusLine;
import dev.crawler.cli.compare.result.Machine;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.exit.TemporaryFolder;
import dev.crawler.cli.experiments.lab.Conditions;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.page.ResultFolder;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Point;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.cli.terminal.Streams;
import dev.crawler.core.engine.InheritedFlags;
import dev.crawler.core.engine.MonotonicClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Experiments that a person waits for. What is finished is written at once; the first signal ends
/// what is under way and leaves that, the second ends this process at once. *Confined to the main
/// thread, but for signals.*
public final class ExperimentsJob {
  private final Streams streams;
  private final Conditions conditions;
  private final ResultFolder results;
  private final ChildJvms jvms = new ChildJvms();
  private final List<String> broken = new ArrayList<>();

  /// @param results where raw data, charts and the page go
  public ExperimentsJob(Streams streams, Conditions conditions, ResultFolder results) {
    this.streams = streams;
    this.conditions = conditions;
    this.results = results;
  }

  /// Runs them in that order and tells what each shows.
  ///
  /// @throws CommandException when some work was not equal, or one could not be run
  public ExitCode run(List<Experiment> experiments) throws IOException {
    var signal =
        StopSignal.listen(
            streams, jvms, "stopping; what is finished stays; once more ends at once");
    try {
      for (var experiment : experiments) {
        run(experiment, signal);
      }
    } catch (InterruptedException e) {
      return signal.code().orElseThrow(ExperimentsJob::interrupted);
    } finally {
      streams.terminal().erase();
    }
    if (!broken.isEmpty()) {
      throw new CommandException(ExitCode.FAILED, String.join("; ", broken));
    }
    return ExitCode.DONE;
  }

  private static CommandException interrupted() {
    Thread.currentThread().interrupt();
    return new CommandException(ExitCode.FAILED, "interrupted");
  }

  private void run(Experiment experiment, StopSignal signal)
      throws IOException, InterruptedException {
    var machine = machine(experiment);
    var startedAt = MonotonicClock.start().instant();
    try (var folder = TemporaryFolder.make("experiments");
        var lab = lab(experiment, folder.path())) {
      experiment.run(lab);
      if (signal.code().isPresent()) {
        throw new InterruptedException("by a signal, in its last contest");
      }
      var seen =
          new Observations(
              experiment.name(),
              startedAt,
              command(experiment),
              machine,
              conditions.seed(),
              conditions.isQuick(),
              lab.points(),
              lab.rows());
      tell(experiment, seen);
    } catch (IOException | IllegalArgumentException e) {
      if (signal.code().isPresent()) {
        throw new InterruptedException("by a signal");
      }
      broken.add(experiment.name() + " could not be run: " + e.getMessage());
    }
  }

  private Lab lab(Experiment experiment, Path folder) {
    var line = new StatusLine(streams.terminal());
    return new Lab(conditions, jvms, folder, line, what -> say(experiment.name(), what));
  }

  private Machine machine(Experiment experiment) throws InterruptedException {
    Supplier<Machine> look = () -> Machines.thisOne(InheritedFlags.ofThisProcess());
    return conditions.isQuick()
        ? look.get()
        : new Calm(
                look,
                time -> LockSupport.parkNanos(time.toNanos()),
                what -> say(experiment.name(), what))
            .await();
  }

  private void tell(Experiment experiment, Observations seen) throws IOException {
    streams.terminal().erase();
    streams.print(results.add(experiment, seen));
    for (var point : seen.unequal()) {
      broken.add(unequal(experiment, point));
    }
  }

  private static String unequal(Experiment experiment, Point point) {
    return "%s: the work was not equal at %s: %s"
        .formatted(experiment.name(), point.at(), point.differences().getFirst());
  }

  private String command(Experiment experiment) {
    var command = new StringBuilder("crawler experiments");
    if (conditions.isQuick()) {
      command.append(" --quick");
    }
    conditions.rounds().ifPresent(rounds -> command.append(" --rounds ").append(rounds));
    return command
        .append(" --seed %d %s".formatted(conditions.seed(), experiment.name()))
        .toString();
  }

  private void say(String experiment, String what) {
    streams
        .terminal()
        .say(
            Notice.info(
                "experiment",
                experiment + ": " + what,
                json -> json.writeStringProperty("experiment", experiment)));
  }
}
