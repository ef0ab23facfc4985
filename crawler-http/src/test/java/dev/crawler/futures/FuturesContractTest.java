package dev.crawler.futures;

import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.tck.contract.EngineContract;

class FuturesContractTest extends EngineContract {
  @Override
  public CrawlEngine engine() {
    return new FuturesEngine();
  }
}
