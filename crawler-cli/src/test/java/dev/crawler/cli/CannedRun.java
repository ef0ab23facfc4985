package dev.crawler.cli;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.Crew;
import dev.crawler.core.engine.WorkerProgress;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.Reason;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.Progress;
import dev.crawler.core.session.ReserveException;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A run of [CannedEngine]. *Thread-safe.*
final class CannedRun implements CrawlRun {
  private final List<String> seeds;
  private final CrawlContext context;
  private final CompletableFuture<CrawlReport> completion = new CompletableFuture<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicLong records = new AtomicLong();

  CannedRun(List<String> seeds, CrawlContext context) {
    this.seeds = List.copyOf(seeds);
    this.context = context;
  }

  void work() {
    try {
      for (var seed : seeds) {
        end(seed, seed.substring(seed.lastIndexOf('/') + 1));
      }
      completion.complete(report());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      completion.completeExceptionally(e);
    } catch (IOException | RuntimeException e) {
      completion.completeExceptionally(e);
    }
  }

  private void end(String seed, String word) throws IOException, InterruptedException {
    switch (word) {
      case "timeout" -> write(seed, RecordOutcome.FAILED, FailureReason.TIMEOUT);
      case "robots" -> write(seed, RecordOutcome.EXCLUDED, ExclusionReason.ROBOTS);
      case "http_error" -> write(seed, RecordOutcome.HTTP_ERROR, null);
      case "hang" -> stopped.await();
      case "stubborn" -> new CountDownLatch(1).await();
      case "broken" -> throw new IllegalStateException("the canned engine broke");
      case "full" -> throw new ReserveException(new IOException("No space left on device"));
      case "endless" -> {
        while (stopped.getCount() > 0) {
          write(seed, RecordOutcome.OK, null);
        }
      }
      default -> write(seed, RecordOutcome.OK, null);
    }
  }

  private void write(String seed, RecordOutcome outcome, @Nullable Reason reason)
      throws IOException {
    var content = new PageRecord.Content("text/html", "UTF-8", "header", 100, false, "00");
    context
        .sink()
        .write(
            new PageRecord(
                seed,
                outcome,
                reason,
                null,
                OptionalInt.of(200),
                null,
                0,
                null,
                content,
                null,
                List.of("http://ex.com/linked"),
                new PageRecord.Trace(1, null, null, null)));
    records.incrementAndGet();
  }

  private CrawlReport report() {
    boolean early = stopped.getCount() == 0;
    return new CrawlReport(records.get(), records.get(), 0, 0, 0, 0, 1, early);
  }

  @Override
  public CompletionStage<CrawlReport> completion() {
    return completion;
  }

  @Override
  public void stop() {
    stopped.countDown();
  }

  @Override
  public Progress progress() {
    long done = records.get();
    return new Progress(done, seeds.size(), 1, 5, done, 2, 3, 1, Progress.Limit.DELAY);
  }

  @Override
  public List<WorkerProgress> workers() {
    var crew = context.crew();
    if (crew.equals(Crew.DEFAULT)) {
      return List.of();
    }
    int count = Math.max(crew.workers(), crew.cluster().size());
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> new WorkerProgress("w" + number, number < count, progress()))
        .toList();
  }

  @Override
  public void close() {
    stop();
    completion.handle((report, cause) -> report).join();
  }
}
