package dev.crawler.cli.cluster;

import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The death of all processes of a crawl at some point of it. *Immutable.*
///
/// @param engine that crawls
/// @param number of the point
record KeptDeath(String engine, long number) {
  private static final int SOAK = 100;
  private static final int LATEST_MILLIS = 30;

  /// When it comes.
  enum Moment {
    /// While the n-th request waits for its answer, or a little later.
    REQUEST,
    /// Soon after the last one.
    LAST,
    /// Somewhere on the way to the first one.
    START,
    /// While the list of seeds is being read.
    INPUT
  }

  /// What is crawled.
  enum Kind {
    /// One level after the other.
    LEVELS,
    /// As it comes.
    STREAM,
    /// As it comes, with sitemaps that are read first.
    SITEMAPS
  }

  /// The points of a sweep: 100 for each engine with `-Psoak`, of the engine that
  /// `-Dcrawler.engine` names alone, as many as `-Dcrawler.seeds=N` says from that of
  /// `-Dcrawler.first=N` on, or with `-Dcrawler.seed=N` the one that failed.
  static Stream<KeptDeath> sweep(Stream<String> engines) {
    var engine = System.getProperty("crawler.engine");
    var seed = Long.getLong("crawler.seed");
    if (engine == null && seed == null && !Boolean.getBoolean("crawler.soak")) {
      return usual();
    }
    long first = seed == null ? Long.getLong("crawler.first", 0) : seed;
    long count = seed == null ? Long.getLong("crawler.seeds", SOAK) : 1;
    return engines
        .filter(name -> engine == null || engine.equals(name))
        .flatMap(name ->
            LongStream.range(first, first + count).mapToObj(number -> new KeptDeath(name, number)));
  }

  Moment moment() {
    return switch ((int) (number % 20)) {
      case 1 -> Moment.LAST;
      case 7 -> Moment.START;
      case 13 -> Moment.INPUT;
      default -> Moment.REQUEST;
    };
  }

  Kind kind() {
    return Kind.values()[(int) (number % 3)];
  }

  /// The request at which it comes, of so many; they lie evenly over the crawl.
  int atRequest(int requests) {
    return moment() == Moment.LAST ? requests : Kill.point(number, requests).atRequest();
  }

  /// How much later it comes.
  Duration after() {
    return switch (moment()) {
      case REQUEST -> Duration.ofMillis(number * 7 % LATEST_MILLIS);
      case LAST -> Duration.ofMillis(number / 20 * 10);
      case START, INPUT -> Duration.ofMillis(50 + number * 7);
    };
  }

  /// Whether the crawl that goes on dies as well.
  boolean comesTwice() {
    return number % 4 == 2;
  }

  /// In a usual build a few points of a few engines, one of each kind of crawl.
  private static Stream<KeptDeath> usual() {
    return Stream.of(
        new KeptDeath("virtual", 2),
        new KeptDeath("vertx", 3),
        new KeptDeath("callbacks", 13),
        new KeptDeath("processes", 4));
  }

  /// How many fetches die with it at most.
  int inFlight(CrawlTerms terms) {
    return (comesTwice() ? 2 : 1) * (engine.equals("serial") ? 1 : terms.concurrency());
  }

  /// How to have it again.
  @Override
  public String toString() {
    return "-Dcrawler.engine=%s -Dcrawler.seed=%d".formatted(engine, number);
  }
}
