package dev.crawler.processes.coordinator;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.engine.Endpoint;
import dev.crawler.core.engine.WorkerSettings;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.processes.WorkerMain;
import dev.crawler.processes.cluster.Clusters;
import dev.crawler.processes.cluster.JvmFlags;
import dev.crawler.processes.cluster.MemberSettings;
import dev.crawler.processes.cluster.Role;
import dev.crawler.processes.job.Orders;
import dev.crawler.processes.launch.CrewListener;
import dev.crawler.processes.launch.JvmCommand;
import dev.crawler.processes.launch.JvmLauncher;
import dev.crawler.processes.launch.LocalWorkers;
import dev.crawler.processes.launch.LocalWorkers.Restarts;
import dev.crawler.processes.launch.RunningWorker;
import dev.crawler.processes.launch.WorkerExit;
import dev.crawler.processes.part.Folders;
import dev.crawler.processes.part.KeptParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Workers of this machine, started for one crawl and gone with it. The coordinator is a member of
/// their cluster that holds nothing. The cluster has a name that nobody else knows, and listens on
/// the loopback interface. *Thread-safe.*
public final class Grid implements Deployment {
  private final int workers;
  private final HazelcastInstance member;
  private final Path folder;
  private final boolean kept;
  private final LocalWorkers processes;
  private final AtomicReference<@Nullable String> gaveUp = new AtomicReference<>();
  private final AtomicReference<@Nullable String> unwritable = new AtomicReference<>();

  private Grid(
      int workers,
      String name,
      HazelcastInstance member,
      Endpoint address,
      Optional<KeptParts> parts,
      CrawlListener listener)
      throws IOException {
    this.workers = workers;
    this.member = member;
    this.kept = parts.isPresent();
    this.folder = kept ? parts.get().folder() : Files.createTempDirectory("crawler-");
    int before = kept ? parts.get().lastWorker() : 0;
    var command = JvmCommand.likeThisProcess(WorkerMain.class, JvmFlags.REQUIRED, workers);
    processes =
        LocalWorkers.start(
            workers,
            before,
            new JvmLauncher(command.words(), listener::workerSaid),
            _ -> new WorkerSettings(address, List.of(address), name, false, folder, kept),
            Restarts.of(workers),
            new Crew(listener));
  }

  /// Starts them, and returns when this process is a member.
  ///
  /// @param listener hears of what becomes of them
  /// @param parts where they are kept, if they are
  public static Grid start(int workers, CrawlListener listener, Optional<KeptParts> parts)
      throws IOException {
    var name = HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits());
    var at = new AtomicReference<@Nullable Endpoint>();
    var member =
        Clusters.startOnLoopback(
            address -> {
              at.set(address);
              return new MemberSettings(name, Role.COORDINATOR, address, List.of(), true);
            },
            Orders::register);
    var address = at.get();
    if (address == null) {
      throw new IllegalStateException("a member without an address");
    }
    return new Grid(workers, name, member, address, parts, listener);
  }

  /// Hears of the processes.
  private final class Crew implements CrewListener {
    private final CrawlListener listener;

    private Crew(CrawlListener listener) {
      this.listener = listener;
    }

    @Override
    public void started(RunningWorker worker) {}

    @Override
    public void lost(RunningWorker worker, WorkerExit exit, boolean replaced) {
      if (exit.isOfUnwritable()) {
        unwritable.set(exit.lastWords());
      }
      listener.workerLost(worker.name(), exit + (replaced ? "; another takes its place" : ""));
    }

    @Override
    public void gaveUp(String why) {
      gaveUp.set(why);
    }
  }

  @Override
  public HazelcastInstance hazelcast() {
    return member;
  }

  @Override
  public int workers() {
    return workers;
  }

  @Override
  public Optional<String> exhausted() {
    return Optional.ofNullable(gaveUp.get());
  }

  @Override
  public Optional<String> unwritable() {
    return Optional.ofNullable(unwritable.get());
  }

  /// It may be stopped by a signal, and so not know.
  @Override
  public void left(int number) {
    numbered(number).forEach(RunningWorker::kill);
  }

  @Override
  public boolean hasEnded(int number) {
    return numbered(number).anyMatch(RunningWorker::hasEnded);
  }

  private Stream<RunningWorker> numbered(int number) {
    return processes.all().stream().filter(worker -> worker.number() == number);
  }

  @Override
  public boolean outlivesCrawl() {
    return false;
  }

  @Override
  public void close() {
    processes.close();
    member.getLifecycleService().terminate();
    if (!kept) {
      Folders.delete(folder);
    }
  }
}
