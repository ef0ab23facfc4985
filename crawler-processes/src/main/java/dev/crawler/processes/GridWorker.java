package dev.crawler.processes;

import dev.crawler.core.engine.WorkerSettings;
import dev.crawler.processes.cluster.Clusters;
import dev.crawler.processes.cluster.MemberSettings;
import dev.crawler.processes.cluster.Role;
import dev.crawler.processes.job.Orders;
import dev.crawler.processes.launch.WorkerRole;
import dev.crawler.processes.part.Folders;
import dev.crawler.processes.worker.Member;

/// A worker that a coordinator of this machine has started: a member of its cluster until the
/// coordinator lets go, is gone, or this worker can do no more. *Thread-safe.*
public final class GridWorker implements WorkerRole {
  @Override
  public void run(int number, WorkerSettings settings) throws Exception {
    var hazelcast =
        Clusters.startOnLoopback(
            address ->
                new MemberSettings(
                    settings.clusterName(), Role.WORKER, address, settings.join(), true),
            Orders::register);
    try (var member = Member.of(hazelcast, number, settings.folder())) {
      throw member.await();
    } catch (InterruptedException e) { // the coordinator holds on no more: nobody needs the parts
      if (!settings.kept()) {
        Folders.delete(settings.folder());
      }
      throw e;
    }
  }
}
