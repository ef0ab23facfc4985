package dev.crawler.cli.input;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.EarlierOutput;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The output that a crawl goes on from, if one is named. *Confined to the main thread.*
public final class EarlierRecords implements Closeable {
  private final @Nullable EarlierOutput output;

  private EarlierRecords(@Nullable EarlierOutput output) {
    this.output = output;
  }

  /// Reads the file of that name through.
  ///
  /// @param warning told when there is nothing in it to go on from
  /// @throws CommandException when it cannot be read, or is no output of ours
  public static EarlierRecords open(Optional<String> file, Consumer<String> warning) {
    if (file.isEmpty()) {
      return new EarlierRecords(null);
    }
    var output = read(file.get());
    if (output.size() == 0) {
      warning.accept(file.get() + " has no page with an etag or last_modified; all are fetched");
    }
    return new EarlierRecords(output);
  }

  private static EarlierOutput read(String name) {
    try {
      return EarlierOutput.open(Path.of(name));
    } catch (IOException e) {
      throw CommandException.unreadable(name, e);
    } catch (InvalidPathException _) {
      throw new CommandException(ExitCode.INPUT, "cannot read " + name + ": not a file name");
    }
  }

  /// The plan, going on from it.
  ///
  /// @throws CommandException when the plan asks for changes in its own way
  public CrawlPlan continuedBy(CrawlPlan plan) {
    try {
      return output == null ? plan : plan.since(output);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() throws IOException {
    if (output != null) {
      output.close();
    }
  }
}
