package dev.crawler.cli;

import dev.crawler.core.engine.WorkerHost;
import dev.crawler.core.engine.WorkerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// A worker that joins nothing: tells its settings, then ends as the name of its cluster says.
/// `lost`: by itself; `torn`: the same in the middle of a crawl; otherwise when it is interrupted.
/// *Thread-safe.*
public final class CannedHost implements WorkerHost {
  @Override
  public String run(WorkerSettings settings, Consumer<String> log) throws InterruptedException {
    try {
      Files.writeString(settings.folder().resolve("part"), "a record");
      if (settings.clusterName().equals("torn")) {
        var job = Files.createDirectory(settings.folder().resolve("job-1"));
        Files.writeString(job.resolve("worker-1.jsonl"), "a record");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    log.accept(settings.listen() + " " + settings.join() + " " + settings.clusterName());
    log.accept("folder " + settings.folder());
    if (Set.of("lost", "torn").contains(settings.clusterName())) {
      return "the cluster fell apart";
    }
    new CountDownLatch(1).await();
    throw new IllegalStateException("nobody interrupted");
  }
}
