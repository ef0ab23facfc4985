package dev.crawler.threads;

import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.tck.contract.EngineContract;

class VirtualContractTest extends EngineContract {
  @Override
  public CrawlEngine engine() {
    return new VirtualEngine();
  }
}
