package dev.crawler.cli.cluster;

import dev.crawler.cli.cluster.ClusterRun.Ending;
import dev.crawler.tck.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A site, and what one process makes of it: what several must make of it too, whatever befalls
/// them. *Confined to one thread.*
///
/// @param requests how many one process makes
record Trial(ServedSite site, CrawlTerms terms, Path folder, Records right, int requests)
    implements AutoCloseable {
  /// How long workers may outlive the command.
  private static final Duration FAREWELL = Duration.ofSeconds(10);

  /// A site of fewer records shows nothing.
  private static final int LEAST = 20;

  /// Serves the site and crawls it with `virtual`.
  static Trial of(Site site, CrawlTerms terms, Path folder)
      throws IOException, InterruptedException {
    return of(ServedSite.start(site), terms, folder, List.of());
  }

  /// Crawls a site that is served with `virtual` and further options.
  static Trial of(ServedSite served, CrawlTerms terms, Path folder, List<String> options)
      throws IOException, InterruptedException {
    var alone = Files.createTempDirectory(folder, "virtual");
    try (var run = ClusterRun.of(served, terms, alone)) {
      var all = new ArrayList<>(List.of("--engine", "virtual"));
      all.addAll(options);
      run.begin(all.toArray(String[]::new));
      var ending = run.end();
      if (ending.code() != 0 || ending.records().size() <= LEAST) {
        throw new IllegalStateException("one process cannot crawl the site\n" + run.story());
      }
      return new Trial(served, terms, folder, ending.records(), served.asked());
    }
  }

  /// A crawl that has not begun, of a site that was never seen.
  ClusterRun fresh() throws IOException {
    site.forget();
    return ClusterRun.of(site, terms, Files.createTempDirectory(folder, "run"));
  }

  /// Everything was found, once, with manners, and nobody is left.
  ///
  /// @param repeats how many pages may have been asked for again
  void assertFlawless(ClusterRun run, Ending ending, int repeats) {
    var complaints = complaints(run, ending, repeats);
    if (!complaints.isEmpty()) {
      throw new AssertionError(String.join("\n", complaints) + "\n" + run.story());
    }
  }

  /// What is wrong with a run that says that it has done all, one line each.
  List<String> complaints(ClusterRun run, Ending ending, int repeats) {
    var complaints = new ArrayList<String>();
    if (ending.code() != 0) {
      complaints.add("exit code " + ending.code());
    }
    complaints.addAll(ending.records().complaints(right));
    complaints.addAll(rudeness(run, repeats));
    return complaints;
  }

  /// What is wrong with a run, whatever its result is: manners, and processes left behind.
  List<String> rudeness(ClusterRun run, int repeats) {
    var complaints = new ArrayList<String>();
    site.failures().forEach(failure -> complaints.add("the test itself failed: " + failure));
    if (!site.isEventless()) {
      complaints.add("the test itself failed: the crawl was over before it was disturbed");
    }
    var judge = new CrawlJudge(site.site(), terms.plan(site.seedUrls()), run.deaths(), repeats);
    complaints.addAll(judge.complaints(site.requests()));
    run.orphans(FAREWELL)
        .forEach(orphan -> complaints.add("left behind: " + orphan.pid() + " " + orphan.info()));
    return complaints;
  }

  /// How many fetches die with so many workers, at most.
  int inFlight(int workers) {
    return workers * terms.concurrency();
  }

  @Override
  public void close() {
    site.close();
  }
}
