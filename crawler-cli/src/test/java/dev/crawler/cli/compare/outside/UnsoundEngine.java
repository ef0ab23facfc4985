package dev.crawler.cli.compare.outside;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.Sink;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// The sound engine with one thing wrong with it. *Thread-safe.*
public abstract sealed class UnsoundEngine implements CrawlEngine {
  private final String name;

  UnsoundEngine(String name) {
    this.name = name;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String describe() {
    return "as outside, and unsound";
  }

  @Override
  public CrawlRun start(CrawlPlan plan, CrawlContext context) {
    return new OutsideEngine().start(plan(plan), sinkOf(context));
  }

  CrawlPlan plan(CrawlPlan plan) {
    return plan;
  }

  void write(PageRecord page, Sink sink) throws IOException {
    sink.write(page);
  }

  private CrawlContext sinkOf(CrawlContext context) {
    Sink sink = page -> write(page, context.sink());
    return new CrawlContext(
        sink,
        context.archive(),
        context.listener(),
        context.clock(),
        context.resolver(),
        context.crew());
  }

  /// Loses the pages that the crawl began with.
  public static final class Forgetful extends UnsoundEngine {
    public Forgetful() {
      super("forgetful");
    }

    @Override
    void write(PageRecord page, Sink sink) throws IOException {
      if (page.depth() > 0) {
        sink.write(page);
      }
    }
  }

  /// Keeps no delay.
  public static final class Rude extends UnsoundEngine {
    public Rude() {
      super("rude");
    }

    @Override
    CrawlPlan plan(CrawlPlan plan) {
      var manners = plan.politeness();
      return CrawlPlan.of(plan.seeds())
          .depth(plan.depth())
          .limits(plan.limits())
          .politeness(new Politeness(1, Duration.ZERO, Duration.ZERO, manners.obeyRobots()))
          .http(plan.http())
          .allowPrivate(plan.allowPrivate())
          .build();
    }
  }

  /// Ends its process in the middle.
  public static final class Dying extends UnsoundEngine {
    public Dying() {
      super("dying");
    }

    @Override
    void write(PageRecord page, Sink sink) {
      System.err.println("cannot go on");
      Runtime.getRuntime().halt(3);
    }
  }

  /// Waits for what never comes.
  public static final class Hanging extends UnsoundEngine {
    public Hanging() {
      super("hanging");
    }

    @Override
    void write(PageRecord page, Sink sink) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
