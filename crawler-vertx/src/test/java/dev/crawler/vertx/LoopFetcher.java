package dev.crawler.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.vertx.loop.EventLoop;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// The fetcher on a loop of its own, for tests that wait for it. *Thread-safe.*
final class LoopFetcher implements BlockingFetcher {
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final EventLoop loop;
  private final VertxFetcher fetcher;

  LoopFetcher(HttpSettings settings, NameResolver resolver) {
    var plan = CrawlPlan.of().http(settings).build();
    var context =
        new CrawlContext(
            new CollectedRecords(), CrawlListener.NONE, InstantSource.system(), resolver);
    loop = new EventLoop(CrawlListener.NONE, faults::add);
    fetcher = new VertxFetcher(loop, plan, context);
  }

  @Override
  public FetchResult fetch(FetchTask task) {
    var result = new CompletableFuture<FetchResult>();
    loop.turn(
        () -> fetcher.fetch(task).onComplete(result::complete, result::completeExceptionally));
    return result.orTimeout(20, TimeUnit.SECONDS).join();
  }

  /// Closes the fetcher and leaves it its loop.
  void closeFetcher() {
    fetcher.close();
  }

  @Override
  public void close() {
    fetcher.close();
    loop.close();
    assertThat(faults).isEmpty();
  }
}
