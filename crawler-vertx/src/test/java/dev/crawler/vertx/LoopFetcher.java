package dev.crawler.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.fetch.CallbackFetcher;
import dev.crawler.core.fetch.FetchFailure;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.vertx.loop.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The fetcher on a loop of its own, as others may call it. After its end it says what the fetcher
/// would: the loop has gone then, and no run asks for anything. *Thread-safe.*
final class LoopFetcher implements CallbackFetcher {
  private static final FetchResult.Trace NOWHERE =
      new FetchResult.Trace(Instant.EPOCH, Duration.ZERO, "");

  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final EventLoop loop = new EventLoop(CrawlListener.NONE, faults::add);
  private final VertxFetcher fetcher;
  private volatile boolean closed;

  LoopFetcher(HttpSettings settings, NameResolver resolver) {
    var context =
        new CrawlContext(
            new CollectedRecords(), CrawlListener.NONE, InstantSource.system(), resolver);
    fetcher = new VertxFetcher(loop, CrawlPlan.of().http(settings).build(), context);
  }

  @Override
  public void fetch(FetchTask task, Consumer<FetchResult> callback) {
    if (closed) {
      callback.accept(FetchFailure.CANCELLED.at(NOWHERE));
    } else {
      loop.turn(() -> fetcher.fetch(task).onSuccess(callback::accept));
    }
  }

  @Override
  public void close() {
    closed = true;
    fetcher.close();
    loop.close();
    assertThat(faults).isEmpty();
  }
}
