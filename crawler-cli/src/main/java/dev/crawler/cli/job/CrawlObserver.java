package dev.crawler.cli.job;

import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.record.Sink;

/// Looks on while a crawl runs. Called by the thread that starts the crawl.
public interface CrawlObserver extends AutoCloseable {
  /// Sees nothing, and costs nothing.
  CrawlObserver NONE =
      new CrawlObserver() {
        @Override
        public Sink observing(Sink sink) {
          return sink;
        }

        @Override
        public void started(CrawlRun run, TallySink tally) {}

        @Override
        public void close() {}
      };

  /// A sink that passes records on to that one, and looks at them.
  Sink observing(Sink sink);

  /// The crawl has begun.
  void started(CrawlRun run, TallySink tally);

  /// The crawl is over.
  @Override
  void close();
}
