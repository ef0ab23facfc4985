package dev.crawler.cli.compare.result;

import java.time.Duration;
import java.util.List;

/// What was crawled, how, and by whom. *Immutable.*
///
/// @param target what was crawled
/// @param options of the crawl that were given or preset, as words of the command line; what may be
///   a secret is left out
/// @param concurrency fetches in flight, all hosts together
/// @param perHost fetches in flight to one host
/// @param delay per host
/// @param engines by name, in the order of the first round
/// @param rounds that count
public record Setup(
    Target target,
    List<String> options,
    int concurrency,
    int perHost,
    Duration delay,
    List<String> engines,
    int rounds) {
  /// Copies the lists.
  public Setup {
    options = List.copyOf(options);
    engines = List.copyOf(engines);
  }
}
