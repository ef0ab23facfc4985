package dev.crawler.tck.contract;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.plan.CrawlPlan;

/// An engine of a few lines over the JDK's client, sound or with one flaw: the kit must tell which.
/// *Thread-safe.*
final class FlawedEngine implements CrawlEngine {
  private final Flaw flaw;

  FlawedEngine(Flaw flaw) {
    this.flaw = flaw;
  }

  @Override
  public String name() {
    return "flawed";
  }

  @Override
  public String describe() {
    return "state behind a monitor; a virtual thread for each fetch; flaw: " + flaw;
  }

  /// The JDK's client shows nobody its bytes.
  @Override
  public void requireAble(CrawlPlan plan) {
    if (plan.http().keepsWire()) {
      throw new IllegalArgumentException("this engine archives nothing");
    }
  }

  @Override
  public CrawlRun start(CrawlPlan plan, CrawlContext context) {
    var run = new FlawedRun(flaw, plan, context);
    run.start();
    return run;
  }
}
