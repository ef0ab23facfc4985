package dev.crawler.processes.worker;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.Progress;
import dev.crawler.processes.job.Errand;
import dev.crawler.processes.job.Health;
import dev.crawler.processes.job.Introduction;
import dev.crawler.processes.job.Messages;
import dev.crawler.processes.job.Order;
import dev.crawler.processes.job.Order.RollCall;
import dev.crawler.processes.job.Order.Wish;
import dev.crawler.processes.job.WorkerReport;
import dev.crawler.processes.launch.Headroom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A member of the cluster that works: takes orders, one job after the other. *Thread-safe.*
public final class WorkerNode implements Errand.Taker, AutoCloseable {
  private static final WorkerReport NOT_YET =
      new WorkerReport(
          false,
          0,
          new BitSet(),
          0,
          null,
          Progress.START,
          CrawlReport.NONE,
          List.of(),
          Health.UNKNOWN);

  private final HazelcastInstance member;
  private final Introduction introduction;
  private final NameResolver names;
  private final Headroom headroom = Headroom.ofThisProcess();
  private Lease lease = new Lease();
  private @Nullable UUID coordinator;
  private String id = "";
  private @Nullable WorkerJob job;
  private Consumer<IOException> faults = _ -> {};

  private WorkerNode(HazelcastInstance member, Introduction introduction, NameResolver names) {
    this.member = member;
    this.introduction = introduction;
    this.names = names;
  }

  /// Has a member work.
  public static WorkerNode start(
      HazelcastInstance member, Introduction introduction, NameResolver names) {
    var node = new WorkerNode(member, introduction, names);
    Errand.deliverTo(member, node);
    return node;
  }

  /// Has that one hear why a job could not go on here.
  synchronized void onFault(Consumer<IOException> listener) {
    faults = listener;
  }

  @Override
  public byte[] take(Order order) throws IOException {
    return switch (order) {
      case Order.Introduce() -> Messages.of(introduction.led(isLed()));
      case Order.Weigh() -> Messages.of(headroom.shortage().stream().toList());
      case RollCall call -> Messages.of(answer(call));
      case Order.Rescan() -> Messages.of(current().rescanned());
      case Order.Renew() -> Messages.of(current().renewed());
      case Order.Applicants(var level) -> Messages.of(current().applicants(level));
      case Order.Read(var position, var most) -> current().read(position, most);
    };
  }

  /// One roll call at a time: jobs begin and end here.
  private synchronized WorkerReport answer(RollCall call) throws IOException {
    requireOurs(call);
    lease.heard(call.heard());
    if (call.wish() == Wish.FORGET) {
      forget();
      return NOT_YET;
    }
    if (!call.job().equals(id)) {
      forget();
      lease = new Lease();
      job = WorkerJob.begin(call, member, lease, introduction.folder(), names, faults);
      id = call.job();
    }
    var current = requireJob();
    current.heed(call);
    lease.reported(call.round());
    return current.report(call);
  }

  /// Two that give orders at once would undo each other's; one that is heard no more is replaced.
  private void requireOurs(RollCall call) throws IOException {
    if (!call.coordinator().equals(coordinator)) {
      if (coordinator != null && lease.isGiven()) {
        throw new IOException("busy: another coordinator gives orders here");
      }
      coordinator = call.coordinator();
    }
  }

  private synchronized boolean isLed() {
    return lease.isGiven();
  }

  private synchronized WorkerJob current() throws IOException {
    return requireJob();
  }

  private WorkerJob requireJob() throws IOException {
    if (job == null) {
      throw new IOException("no job here");
    }
    return job;
  }

  private void forget() throws IOException {
    lease.end();
    if (job != null) {
      job.close();
      job.discard();
    }
    job = null;
    id = "";
  }

  /// Asks for nothing more and writes nothing more.
  synchronized void rest() {
    lease.end();
  }

  /// Leaves the job where it is; the member goes on without one.
  @Override
  public synchronized void close() {
    lease.end();
    if (job != null) {
      try {
        job.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
