package dev.crawler.cli.metrics;

import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.Sink;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/// Tells how long each fetch took whose record another sink has taken. *As thread-safe as that sink
/// and that listener.*
record TimedSink(Sink sink, Consumer<Duration> times) implements Sink {
  @Override
  public void write(PageRecord page) throws IOException {
    sink.write(page);
    time(page);
  }

  @Override
  public void write(PageRecord page, Settlement settlement) throws IOException {
    sink.write(page, settlement);
    time(page);
  }

  private void time(PageRecord page) {
    var elapsed = page.trace().elapsed();
    if (elapsed != null) {
      times.accept(elapsed);
    }
  }

  @Override
  public void flush() throws IOException {
    sink.flush();
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }
}
