package dev.crawler.vertx;

import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.tck.contract.EngineContract;

class VertxContractTest extends EngineContract {
  @Override
  public CrawlEngine engine() {
    return new VertxEngine();
  }
}
