package dev.crawler.cli.job;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.exit.ProcessEnd;
import dev.crawler.cli.exit.TemporaryFolder;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.cli.terminal.Streams;
import dev.crawler.core.engine.WorkerHost;
import dev.crawler.core.engine.WorkerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A worker that a person watches. The first signal lets it hand over and leave, ten seconds at
/// most; the second ends it at once. *Confined to the main thread, but for signals.*
public final class WorkerJob implements AutoCloseable {
  private static final long HALT_SECONDS = 10;

  private final WorkerHost host;
  private final Streams streams;
  private final Path folder;
  private final boolean temporary;
  private final AtomicReference<@Nullable ExitCode> signal = new AtomicReference<>();

  /// @param kept where part files stay; without it they go with the worker
  /// @throws CommandException when there can be no such folder
  public WorkerJob(WorkerHost host, Streams streams, Optional<Path> kept) {
    this.host = host;
    this.streams = streams;
    this.temporary = kept.isEmpty();
    this.folder = create(kept);
  }

  /// For part files.
  public Path folder() {
    return folder;
  }

  /// Works until it is told to leave.
  ///
  /// @throws CommandException when the cluster cannot be joined, or was lost
  public ExitCode run(WorkerSettings settings) {
    if (settings.exposed() && !settings.listen().isLoopback()) {
      warn(settings);
    }
    var worker = Thread.currentThread();
    streams.signals().listen(code -> receive(code, worker));
    try {
      var why = host.run(settings, this::say);
      throw new CommandException(ExitCode.FAILED, why);
    } catch (InterruptedException e) {
      var code = signal.get();
      if (code == null) {
        Thread.currentThread().interrupt();
        return ExitCode.FAILED;
      }
      return code;
    }
  }

  /// Removes the folder, unless the user named the place, or it holds records of a crawl that is
  /// not over: its coordinator reads them here, or has them all fetched again.
  @Override
  public void close() throws IOException {
    if (!temporary || isNeeded()) {
      return;
    }
    new TemporaryFolder(folder).close();
  }

  /// Whether there are part files: they lie in a folder of their job, and go when it is over.
  private boolean isNeeded() throws IOException {
    try (var parts =
        Files.find(folder, 2, (file, _) -> file.getFileName().toString().endsWith(".jsonl"))) {
      return parts.findAny().isPresent();
    }
  }

  private void receive(ExitCode code, Thread worker) {
    if (!signal.compareAndSet(null, code)) {
      ProcessEnd.halt(code);
    }
    say("leaving the cluster; once more ends at once");
    worker.interrupt();
    CompletableFuture.delayedExecutor(HALT_SECONDS, TimeUnit.SECONDS)
        .execute(() -> ProcessEnd.halt(code));
  }

  private void say(String line) {
    streams.terminal().say(Notice.info("worker", line, Notice.Fields.NONE));
  }

  private void warn(WorkerSettings settings) {
    streams
        .terminal()
        .say(
            Notice.warning(
                "exposed",
                "whoever reaches %s can join, read what is crawled and give orders: Hazelcast"
                        .formatted(settings.listen())
                    + " Community has no TLS and no authentication; keep it in a closed network",
                json -> json.writeStringProperty("listen", settings.listen().toString())));
  }

  private static Path create(Optional<Path> kept) {
    try {
      return kept.isPresent()
          ? Files.createDirectories(kept.get())
          : Files.createTempDirectory("crawler-worker-");
    } catch (IOException e) {
      var name = kept.map(Path::toString).orElse("a temporary folder");
      throw CommandException.unwritable(name, e);
    }
  }
}
