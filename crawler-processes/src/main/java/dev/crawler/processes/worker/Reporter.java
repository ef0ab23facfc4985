package dev.crawler.processes.worker;

import dev.crawler.core.session.Shards;
import dev.crawler.processes.WorkerCrawl;
import dev.crawler.processes.job.Event;
import dev.crawler.processes.job.Order.RollCall;
import dev.crawler.processes.job.WorkerReport;
import java.util.BitSet;
import java.util.List;

/// Says how a worker's job goes. *Thread-safe.*
///
/// @param crawl whose monitor guards the shards
record Reporter(
    WorkerCrawl crawl, Shards shards, Inbox inbox, Keeper keeper, News news, Condition condition) {
  /// In answer to a roll call, which alone is told the news: that it was heard is heard of, too.
  WorkerReport answer(RollCall call) {
    return report(news.toTell(call.round(), call.heard()));
  }

  /// At this moment.
  WorkerReport now() {
    return report(List.of());
  }

  private WorkerReport report(List<Event> toTell) {
    long turns = crawl.turns();
    boolean told = inbox.isEmpty();
    return crawl
        .loop()
        .guarded(() -> {
          var partitions = new BitSet();
          shards.partitions().forEach(partitions::set);
          var next = shards.all().stream().flatMap(shard -> shard.nextLevel().stream()).sorted();
          var progress = shards.progress();
          return new WorkerReport(
              told && inbox.isEmpty() && shards.isIdle(),
              turns,
              partitions,
              keeper.releases(),
              next.findFirst().orElse(null),
              progress,
              shards.report(),
              toTell,
              condition.health(progress.known()));
        });
  }
}
