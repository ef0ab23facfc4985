package dev.crawler.cli.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A worker that stood still for a while, as under a debugger or a suspended machine, and what must
/// not come of it afterwards. *Immutable.*
///
/// @param written sizes of the files that it could write to when it stood still
/// @param wokenNanos when it was about to go on ([System#nanoTime])
record Freeze(ProcessHandle worker, Map<Path, Long> written, long wokenNanos) {
  /// Has whoever makes the n-th request stand still for so long, that request under way.
  static CompletableFuture<Freeze> of(ServedSite site, int atRequest, Duration length) {
    var frozen = new CompletableFuture<Freeze>();
    var later = CompletableFuture.delayedExecutor(length.toMillis(), TimeUnit.MILLISECONDS);
    site.atRequest(
        atRequest,
        asker -> {
          var worker = ProcessHandle.of(asker).orElseThrow();
          Signal.STOP.to(worker);
          var written = Proc.writtenFiles(worker.pid());
          later.execute(() -> {
            long woken = System.nanoTime();
            Signal.CONT.to(worker);
            frozen.complete(new Freeze(worker, written, woken));
          });
        });
    return frozen;
  }

  /// What it did after it woke up and should not have done, one line each.
  List<String> complaints(ServedSite site) {
    var complaints = new ArrayList<String>();
    site.requests().stream()
        .filter(asked -> asked.process() == worker.pid())
        .filter(asked -> asked.request().startNanos() > wokenNanos)
        .forEach(asked -> complaints.add("asked after it woke up: " + asked.request().place()));
    written.forEach((file, size) -> {
      if (isPart(file) && Proc.size(file) > size) {
        complaints.add("written after it woke up: %s, %d bytes".formatted(file, size));
      }
    });
    return complaints;
  }

  /// What it says on standard error is no record.
  private static boolean isPart(Path file) {
    return file.toString().endsWith(".jsonl");
  }
}
