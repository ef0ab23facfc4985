package dev.crawler.cli.experiments.lab;

import dev.crawler.cli.experiments.raw.Row;
import java.util.ArrayList;
import java.util.List;

/// What engines race over: a list of pages of the embedded site, all known from the start, so that
/// no level holds a crawl down. *Immutable.*
///
/// @param at what is varied, put into each row
/// @param engines by name
/// @param rounds that count
/// @param pages of the list, spread over all hosts
/// @param site options of the embedded site
/// @param crawl options of the crawl, besides [#LIST]
/// @param flags of each engine's JVM, besides the usual ones
/// @param further URLs at the head of the list, served by somebody else
public record Course(
    Row at,
    List<String> engines,
    int rounds,
    int pages,
    List<String> site,
    List<String> crawl,
    List<String> flags,
    List<String> further) {
  /// No links are followed, no robots.txt is read, no host is spared.
  static final List<String> LIST =
      List.of(
          "--depth=0", "--robots=ignore", "--delay=0ms", "--retry-wait=50ms", "--allow-private");

  /// Copies the lists.
  public Course {
    engines = List.copyOf(engines);
    site = List.copyOf(site);
    crawl = List.copyOf(crawl);
    flags = List.copyOf(flags);
    further = List.copyOf(further);
  }

  /// One round over so many pages.
  public static Course of(Row at, List<String> engines, int pages) {
    return new Course(at, engines, 1, pages, List.of(), List.of(), List.of(), List.of());
  }

  /// The same with so many rounds.
  public Course rounds(int count) {
    return new Course(at, engines, count, pages, site, crawl, flags, further);
  }

  /// The same on a site with these options, too.
  public Course site(String... words) {
    return new Course(at, engines, rounds, pages, both(site, words), crawl, flags, further);
  }

  /// The same with these options of the crawl, too.
  public Course crawl(String... words) {
    return new Course(at, engines, rounds, pages, site, both(crawl, words), flags, further);
  }

  /// The same with these flags of the JVM, too.
  public Course flags(String... words) {
    return new Course(at, engines, rounds, pages, site, crawl, both(flags, words), further);
  }

  /// The same with this URL at the head of the list.
  public Course first(String url) {
    return new Course(at, engines, rounds, pages, site, crawl, flags, List.of(url));
  }

  private static List<String> both(List<String> words, String... more) {
    var both = new ArrayList<>(words);
    both.addAll(List.of(more));
    return both;
  }
}
