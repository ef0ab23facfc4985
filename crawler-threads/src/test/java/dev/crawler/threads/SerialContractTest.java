package dev.crawler.threads;

import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.tck.contract.EngineContract;

class SerialContractTest extends EngineContract {
  @Override
  public CrawlEngine engine() {
    return new SerialEngine();
  }

  @Override
  public int fetchesInFlight() {
    return 1;
  }
}
