package dev.crawler.processes;

import dev.crawler.core.engine.WorkerHost;
import dev.crawler.core.engine.WorkerSettings;
import dev.crawler.processes.cluster.Clusters;
import dev.crawler.processes.cluster.JoinRefusedException;
import dev.crawler.processes.cluster.MemberSettings;
import dev.crawler.processes.cluster.Role;
import dev.crawler.processes.job.Orders;
import dev.crawler.processes.worker.Member;
import java.io.IOException;
import java.util.function.Consumer;

/// A worker on its own: a member of a cluster that stays when crawls come and go. *Thread-safe.*
public final class ClusterWorker implements WorkerHost {
  @Override
  public String run(WorkerSettings settings, Consumer<String> log) throws InterruptedException {
    try {
      var hazelcast =
          Clusters.startMember(
              new MemberSettings(
                  settings.clusterName(), Role.WORKER, settings.listen(), settings.join(), false),
              Orders::register);
      try (var member = Member.of(hazelcast, 0, settings.folder())) {
        log.accept("worker of cluster " + settings.clusterName() + " at " + settings.listen());
        return String.valueOf(member.await().getMessage());
      }
    } catch (JoinRefusedException | IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
