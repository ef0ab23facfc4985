package dev.crawler.cli.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// A crawl that is kept in a folder, in all its lives. *Immutable.*
///
/// @param engine that crawls
/// @param further options
record KeptRun(ClusterRun run, String engine, List<String> further) {
  /// One in a grid with so many workers.
  static KeptRun inGrid(ClusterRun run, int workers) {
    return new KeptRun(run, "processes", List.of("--workers", String.valueOf(workers)));
  }

  /// Begins it; again, it goes on with what is there.
  CrawlerProcess begin() throws IOException {
    return run.begin(options().toArray(String[]::new));
  }

  /// The whole command line by which it is begun next.
  List<String> command() {
    return run.command(options());
  }

  private List<String> options() {
    var options = new ArrayList<>(List.of("--engine", engine, "--state", run.state().toString()));
    options.addAll(further);
    if (Files.exists(run.state().resolve("journal"))) {
      options.add("--resume");
    }
    return options;
  }
}
