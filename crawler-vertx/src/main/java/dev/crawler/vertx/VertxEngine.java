package dev.crawler.vertx;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.plan.CrawlPlan;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.concurrent.TimeUnit;

/// One event loop decides and does the network, and never waits; a small pool handles. Each run has
/// a Vert.x of its own, which ends with it. *Thread-safe.*
public final class VertxEngine implements CrawlEngine {
  private static final long NEVER = TimeUnit.DAYS.toMillis(365);

  @Override
  public String name() {
    return "vertx";
  }

  @Override
  public String describe() {
    return "one session on an event loop of Vert.x; waits by returning, with futures";
  }

  @Override
  public CrawlRun start(CrawlPlan plan, CrawlContext context) {
    return VertxCrawl.start(plan, context, Vertx.vertx(options()));
  }

  /// As many threads as are of use, no files, and no watch of its own over blocked threads: ours
  /// reports to the crawl's listener.
  private static VertxOptions options() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(processors)
        .setInternalBlockingPoolSize(1)
        .setPreferNativeTransport(true)
        .setBlockedThreadCheckInterval(NEVER)
        .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }
}
