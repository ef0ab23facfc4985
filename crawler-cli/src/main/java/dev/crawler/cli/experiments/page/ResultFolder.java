package dev.crawler.cli.experiments.page;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.experiments.Experiment;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.ObservationsReader;
import dev.crawler.cli.report.ReportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A folder with raw data, charts and a page of them. What lies there of earlier runs is on the
/// page, too. *Confined to one thread.*
///
/// @param folder that there is
/// @param order of the experiments on the page
public record ResultFolder(Path folder, List<Experiment> order) {
  private static final String PAGE = "README.md";

  /// Copies the list.
  public ResultFolder {
    order = List.copyOf(order);
  }

  /// The folder, made if need be.
  ///
  /// @throws CommandException when that cannot be
  public static ResultFolder at(Path folder, List<Experiment> order) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw CommandException.unwritable(folder.toString(), e);
    }
    return new ResultFolder(folder, order);
  }

  /// Writes what an experiment has seen, its charts, and the page anew; returns what to tell.
  public String add(Experiment experiment, Observations seen) throws IOException {
    var result = Result.of(experiment, seen);
    result.files().forEach((name, text) -> ReportFile.write(folder.resolve(name), text));
    ReportFile.write(folder.resolve(PAGE), new ExperimentsPage(results(), "").text());
    return ResultText.of(result);
  }

  /// What lies there, in the order of the experiments.
  public List<Result> results() throws IOException {
    var results = new ArrayList<Result>();
    for (var experiment : order) {
      read(experiment).ifPresent(seen -> results.add(Result.of(experiment, seen)));
    }
    return results;
  }

  private Optional<Observations> read(Experiment experiment) throws IOException {
    var file = folder.resolve(Result.rawFile(experiment));
    return Files.exists(file)
        ? Optional.of(ObservationsReader.read(Files.readString(file)))
        : Optional.empty();
  }
}
