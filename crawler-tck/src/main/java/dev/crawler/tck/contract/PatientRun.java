package dev.crawler.tck.contract;

import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.LoopLag;
import dev.crawler.core.engine.WorkerProgress;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A run whose closing fails when it does not return: an engine that hangs must fail a test, and
/// not keep it. *Thread-safe.*
///
/// @param run that is tested
/// @param patience for its closing
record PatientRun(CrawlRun run, Duration patience) implements CrawlRun {
  @Override
  public CompletionStage<CrawlReport> completion() {
    return run.completion();
  }

  @Override
  public void stop() {
    run.stop();
  }

  @Override
  public Progress progress() {
    return run.progress();
  }

  @Override
  public Optional<LoopLag> lag() {
    return run.lag();
  }

  @Override
  public List<WorkerProgress> workers() {
    return run.workers();
  }

  @Override
  public void close() {
    var closing = CompletableFuture.runAsync(run::close, Thread::startVirtualThread);
    try {
      closing.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("closing does not return", e);
    } catch (ExecutionException e) {
      throw new AssertionError("closing fails", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
