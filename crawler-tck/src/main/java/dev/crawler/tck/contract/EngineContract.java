package dev.crawler.tck.contract;

import dev.crawler.core.engine.CrawlEngine;

/// The whole contract. An engine's test extends it and says which engine; JUnit does the rest.
/// *Confined to its test's thread.*
public abstract class EngineContract
    implements TruthContract,
        LimitsContract,
        PolitenessContract,
        RunContract,
        PauseContract,
        FailureContract,
        IsolationContract,
        ReleaseContract,
        MemoryContract,
        SecurityContract,
        OriginContract,
        FaultContract,
        ChangeContract,
        SitemapContract,
        TortureContract {
  /// For engines.
  protected EngineContract() {}

  @Override
  public abstract CrawlEngine engine();
}
