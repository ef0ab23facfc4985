package dev.crawler.core.fetch;

import dev.crawler.core.url.HostKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// What outlives the process that crawls: how URLs ended, and how hosts are to be treated. A
/// session that begins asks what was written by a former process; handlers write on. How URLs end
/// is written with their records, by the [dev.crawler.core.record.Sink]. *Thread-safe.*
public interface Journal {
  /// Keeps nothing: a crawl ends with its process.
  Journal NONE =
      new Journal() {
        @Override
        public boolean isKept() {
          return false;
        }

        @Override
        public Optional<Instant> resumedAt() {
          return Optional.empty();
        }

        @Override
        public void settlements(Consumer<Settlement> each) {}

        @Override
        public Optional<SitemapsRead> sitemaps() {
          return Optional.empty();
        }

        @Override
        public void cares(Consumer<Care> each) {}

        @Override
        public void heard(FetchTask task, Outcome outcome) {}
      };

  /// How a host is to be treated, found out by a former process. *Immutable.*
  ///
  /// @param host whose
  /// @param delay that its robots.txt asks for, or zero
  /// @param until when it asked to be left alone, or long ago
  record Care(HostKey host, Duration delay, Instant until) {}

  /// Whether the crawl can go on after its process: what is not settled then waits for that.
  boolean isKept();

  /// When this process took the crawl up; empty when it began it.
  Optional<Instant> resumedAt();

  /// Tells what was settled before, in the order in which it was. May be asked more than once.
  ///
  /// @throws java.io.UncheckedIOException when it cannot be read
  void settlements(Consumer<Settlement> each);

  /// What came of the sitemaps, when a former process was done with them.
  Optional<SitemapsRead> sitemaps();

  /// Tells how hosts are to be treated.
  void cares(Consumer<Care> each);

  /// A folder where an engine keeps what its processes write each for itself; empty when it is
  /// written with the records.
  default Optional<Path> folder() {
    return Optional.empty();
  }

  /// Whether nothing is left to do.
  default boolean isFinished() {
    return false;
  }

  /// Notes that all sitemaps are read, for an engine that begins with pages only then.
  ///
  /// @throws IOException when it cannot be written: the run must end
  default void passSitemaps() throws IOException {}

  /// Takes in what came of a task, whatever its purpose, before its record is written.
  ///
  /// @throws IOException when it cannot be written: the run must end
  void heard(FetchTask task, Outcome outcome) throws IOException;
}
