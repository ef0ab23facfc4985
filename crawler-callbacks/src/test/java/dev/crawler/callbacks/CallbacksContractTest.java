package dev.crawler.callbacks;

import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.tck.contract.EngineContract;

class CallbacksContractTest extends EngineContract {
  @Override
  public CrawlEngine engine() {
    return new CallbacksEngine();
  }
}
