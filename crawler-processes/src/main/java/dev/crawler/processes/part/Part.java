package dev.crawler.processes.part;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The part file of one worker. *Immutable.*
///
/// @param worker number of the worker, from 1
/// @param file JSON Lines with all fields
public record Part(int worker, Path file) {
  private static final Pattern NAME = Pattern.compile("worker-([1-9][0-9]{0,8})\\.jsonl");

  /// Refuses a number that no worker has.
  public Part {
    if (worker < 1) {
      throw new IllegalArgumentException("workers are counted from 1: " + worker);
    }
  }

  /// The part of that worker in a folder, be it there or not.
  public static Part of(Path folder, int worker) {
    return new Part(worker, folder.resolve("worker-" + worker + ".jsonl"));
  }

  /// The journal that goes with it when the crawl is kept.
  public Path journal() {
    return file.resolveSibling("worker-" + worker + ".journal");
  }

  /// The folder of one job within a worker's folder, made if it is not there: a worker's number
  /// says nothing beyond its job.
  public static Path folderOf(Path folder, String job) throws IOException {
    return Files.createDirectories(folder.resolve("job-" + job));
  }

  /// All parts that are in a folder, by their workers' numbers. Other files do not matter.
  public static List<Part> in(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .flatMap(file -> named(file).stream())
          .sorted(comparingInt(Part::worker))
          .toList();
    }
  }

  private static Optional<Part> named(Path file) {
    var name = NAME.matcher(file.getFileName().toString());
    return name.matches()
        ? Optional.of(new Part(Integer.parseInt(name.group(1)), file))
        : Optional.empty();
  }
}
