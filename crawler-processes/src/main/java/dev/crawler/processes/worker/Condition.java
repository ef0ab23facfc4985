package dev.crawler.processes.worker;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.processes.job.Health;
import dev.crawler.processes.launch.Headroom;
import java.io.IOException;
import java.util.function.Consumer;

/// How this worker is: whether others have what it knows, whether it has memory, what has gone
/// wrong. *Thread-safe.*
final class Condition implements AutoCloseable {
  private final Headroom headroom = Headroom.ofThisProcess();
  private final Copies copies;
  private final Downfall downfall;

  private Condition(HazelcastInstance member, Consumer<IOException> faults) {
    copies = new Copies(member);
    downfall = new Downfall(faults);
  }

  /// Watches from now on.
  ///
  /// @param faults is told why the job can do no more
  static Condition of(HazelcastInstance member, Consumer<IOException> faults) {
    var condition = new Condition(member, faults);
    condition.copies.start();
    return condition;
  }

  /// Something went wrong, and the job can do no more.
  void fails(Throwable fault) {
    downfall.tell(fault);
  }

  /// @param urls that this worker keeps
  Health health(long urls) {
    return new Health(copies.paired(), headroom.shortage(urls).orElse(null), downfall.line());
  }

  @Override
  public void close() {
    copies.close();
  }
}
