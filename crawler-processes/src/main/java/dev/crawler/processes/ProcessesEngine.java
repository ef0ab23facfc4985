package dev.crawler.processes;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.processes.Coordinator.Deployments;
import dev.crawler.processes.coordinator.Deployment;
import dev.crawler.processes.coordinator.Grid;
import dev.crawler.processes.coordinator.RemoteCluster;
import dev.crawler.processes.part.KeptParts;
import dev.crawler.processes.wire.PlanCodec;
import java.io.IOException;
import java.util.function.BiFunction;

/// Many processes, each with the blocking loop, over one ledger: a crawl that survives the death of
/// its workers and is not bound to one machine. *Thread-safe.*
public final class ProcessesEngine implements CrawlEngine {
  private final BiFunction<CrawlPlan, CrawlContext, Deployments> workers;

  /// Has the workers that the context's crew says.
  public ProcessesEngine() {
    this(ProcessesEngine::processes);
  }

  /// @param workers where a crawl finds its workers; refuses what they cannot do
  ProcessesEngine(BiFunction<CrawlPlan, CrawlContext, Deployments> workers) {
    this.workers = workers;
  }

  @Override
  public String name() {
    return "processes";
  }

  @Override
  public String describe() {
    return "one session for each partition of a shared ledger; worker processes block";
  }

  @Override
  public boolean writesAtEnd() {
    return true;
  }

  @Override
  public boolean takesCrew() {
    return true;
  }

  @Override
  public void requireAble(CrawlPlan plan) {
    PlanCodec.requireSendable(plan);
  }

  @Override
  public CrawlRun start(CrawlPlan plan, CrawlContext context) {
    requireAble(plan);
    return Coordinator.start(plan, context, workers.apply(plan, context));
  }

  private static Deployments processes(CrawlPlan plan, CrawlContext context) {
    if (!context.resolver().equals(NameResolver.SYSTEM)) {
      throw new IllegalArgumentException("worker processes look names up by themselves");
    }
    return () -> deploy(plan, context);
  }

  /// No more workers than there may be fetches in flight: each has one at least.
  private static Deployment deploy(CrawlPlan plan, CrawlContext context) throws IOException {
    var crew = context.crew();
    return switch (crew.topology()) {
      case GRID ->
          Grid.start(
              Math.min(crew.workers(), plan.limits().concurrency()),
              context.listener(),
              KeptParts.of(plan.journal()));
      case CLIENT -> RemoteCluster.connect(crew, context.listener());
    };
  }
}
