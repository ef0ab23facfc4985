package dev.crawler.processes.coordinator;

import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.Level;
import dev.crawler.core.session.Progress;
import dev.crawler.processes.job.Health;
import dev.crawler.processes.job.WorkerReport;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one worker, who holds the one partition that there is, may say. *No state.*
final class Rolls {
  private static final UUID WORKER = new UUID(0, 1);

  private Rolls() {}

  static Roll busy(int activity) {
    return roll(false, activity, 0, null);
  }

  static Roll idle(int activity) {
    return roll(true, activity, 0, null);
  }

  static Roll roll(boolean idle, int activity, int releases, @Nullable Level next) {
    var held = new BitSet();
    held.set(0);
    var report =
        new WorkerReport(
            idle,
            activity,
            held,
            releases,
            next,
            Progress.START,
            CrawlReport.NONE,
            List.of(),
            new Health(Set.of(), null, null));
    return new Roll(Set.of(WORKER), Map.of(WORKER, report));
  }
}
