package dev.crawler.cli.warc;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.Archive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The archive that a user asked for, or none. Remembers its first failure: what the engine makes
/// of it is the engine's affair, the exit code is ours. *Thread-safe.*
public final class WarcOutput implements Archive, AutoCloseable {
  /// Nobody asked for one.
  public static final WarcOutput NONE = new WarcOutput("", null);

  private final String name;
  private final @Nullable WarcFile file;
  private final AtomicReference<@Nullable IOException> error = new AtomicReference<>();

  private WarcOutput(String name, @Nullable WarcFile file) {
    this.name = name;
    this.file = file;
  }

  /// Begins an archive of that name.
  ///
  /// @throws CommandException when it cannot be written there
  public static WarcOutput create(String name, CrawlPlan plan) {
    try {
      return new WarcOutput(name, WarcFile.create(Path.of(name), plan));
    } catch (IOException e) {
      throw CommandException.unwritable(name, e);
    }
  }

  @Override
  public void write(FetchTask task, FetchResult.Response response, @Nullable String sha256)
      throws IOException {
    if (file != null) {
      try {
        file.write(task, response, sha256);
      } catch (IOException e) {
        error.compareAndSet(null, e);
        throw e;
      }
    }
  }

  /// Moves the archive into place; a failure shows in [#failure()] alone.
  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      error.compareAndSet(null, e);
    }
  }

  /// Leaves nothing behind.
  public void discard() {
    try {
      if (file != null) {
        file.discard();
      }
    } catch (IOException e) {
      throw CommandException.unwritable(name, e);
    }
  }

  /// What to tell of the first failure, if there was one.
  public Optional<CommandException> failure() {
    return Optional.ofNullable(error.get()).map(e -> CommandException.unwritable(name, e));
  }
}
