package dev.crawler.tck.site;

import java.util.stream.LongStream;

/// Which seeds a test tries: so many in a usual build, ten times as many with `-Psoak`, as many as
/// `-Dcrawler.seeds=N` says, or with `-Dcrawler.seed=N` the one that failed.
public final class Seeds {
  private static final int SOAK = 10;

  private Seeds() {}

  /// From 0, unless one is replayed.
  public static LongStream usually(long count) {
    var replayed = Long.getLong("crawler.seed");
    if (replayed != null) {
      return LongStream.of(replayed);
    }
    long wanted = Boolean.getBoolean("crawler.soak") ? count * SOAK : count;
    return LongStream.range(0, Long.getLong("crawler.seeds", wanted));
  }
}
