package dev.crawler.cli.option;

import dev.crawler.core.plan.CrawlPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// How many files this process may have open, connections among them: what is too much for that
/// would fail, one page here and one there. Linux says so; elsewhere nothing is bounded.
/// *Immutable.*
///
/// @param most files at a time, where that is known
public record OpenFiles(OptionalLong most) {
  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final Pattern LINE = Pattern.compile("(?m)^Max open files\\s+(\\d+)");

  /// The JVM, its jars, the output, what an engine has for itself.
  private static final int OTHERS = 128;

  /// A connection, one that is kept for the host's next page, and a body that waits on disk.
  private static final int OF_FETCH = 3;

  /// What the system says; the JVM has raised it as far as it may by then.
  public static OpenFiles ofThisProcess() {
    try {
      return told(Files.readString(LIMITS));
    } catch (IOException _) {
      return new OpenFiles(OptionalLong.empty()); // another system
    }
  }

  /// What Linux tells in `/proc/self/limits`.
  static OpenFiles told(String limits) {
    var line = LINE.matcher(limits);
    return new OpenFiles(
        line.find() ? OptionalLong.of(Long.parseLong(line.group(1))) : OptionalLong.empty());
  }

  /// The plan, or one with as few fetches in flight as that allows.
  ///
  /// @param warnings is told, when they are fewer
  public CrawlPlan fitting(CrawlPlan plan, Consumer<String> warnings) {
    int wanted = plan.limits().concurrency();
    if (most.isEmpty() || fetches(most.getAsLong()) >= wanted) {
      return plan;
    }
    int fetches = (int) fetches(most.getAsLong());
    warnings.accept(
        "only %d files may be open (ulimit -n): %d fetches in flight, not %d"
            .formatted(most.getAsLong(), fetches, wanted));
    return plan.change().limits(plan.limits().concurrency(fetches)).build();
  }

  private static long fetches(long files) {
    return Math.max(1, (files - OTHERS) / OF_FETCH);
  }
}
