package dev.crawler.processes.coordinator;

import dev.crawler.core.record.UnwritableException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// What workers of this machine said before they ended, where that is the reason for all that comes
/// after.
public final class LastWords {
  private static final Duration LATEST = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(50);

  private LastWords() {}

  /// @throws UnwritableException when one of them could not write its records
  static void require(Deployment deployment) throws UnwritableException {
    var line = deployment.unwritable();
    if (line.isPresent()) {
      throw new UnwritableException(line.get());
    }
  }

  /// The same of a crawl that has failed: a worker leaves the cluster a moment before its process
  /// ends and is heard.
  public static void await(Deployment deployment) throws UnwritableException {
    long end = System.nanoTime() + LATEST.toNanos();
    while (!deployment.outlivesCrawl() && System.nanoTime() < end) {
      require(deployment);
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
