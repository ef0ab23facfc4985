package dev.crawler.cli.cluster;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The death of a worker at some point of a crawl. *Immutable.*
///
/// @param atRequest what the site counts when it happens
/// @param victim who dies
/// @param after how much later: 0 within the request, a little more in the handling of the answer
record Kill(int atRequest, Victim victim, Duration after) {
  private static final int LATEST_MILLIS = 30;

  /// Who dies.
  enum Victim {
    /// The worker that made the request.
    ASKER,
    /// Another one, whatever it is at.
    OTHER
  }

  /// The point of that number. However many there are, they lie evenly over the crawl: 1/2, 1/4,
  /// 3/4, 1/8 and so on of its requests (van der Corput).
  static Kill point(long number, int requests) {
    double share = (Long.reverse(number + 1) >>> 11) * 0x1p-53;
    int atRequest = 1 + (int) (share * (requests - 1));
    var victim = number % 2 == 0 ? Victim.ASKER : Victim.OTHER;
    return new Kill(atRequest, victim, Duration.ofMillis(number * 7 % LATEST_MILLIS));
  }

  /// Lets it happen to a run of that site.
  void befall(ClusterRun run, ServedSite site) {
    site.atRequest(
        atRequest,
        asker -> {
          var who = chosen(run.workers(), asker);
          if (after.isZero()) {
            run.kill(who);
          } else {
            CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> run.kill(who));
          }
        });
  }

  private ProcessHandle chosen(List<ProcessHandle> workers, long asker) {
    return workers.stream()
        .filter(worker -> worker.pid() == asker == (victim == Victim.ASKER))
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "none to kill: process %d asked, workers are %s".formatted(asker, workers)));
  }
}
