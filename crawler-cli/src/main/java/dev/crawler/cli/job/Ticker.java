package dev.crawler.cli.job;

import dev.crawler.cli.terminal.EventLog;
import dev.crawler.cli.terminal.ProgressLine;
import dev.crawler.cli.terminal.Terminal;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.record.RecordOutcome;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Five times a second, while a crawl runs: hands records on to whoever reads them, prints what
/// happened, redraws the status line. Flushing has a thread of its own, because a reader that has
/// stopped reading would otherwise stop the status line too. *Thread-safe.*
public final class Ticker implements AutoCloseable {
  private static final long PERIOD_MILLIS = 200;

  /// A log hears of progress every five seconds.
  private static final int TICKS_A_NOTICE = 25;

  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          2, task -> Thread.ofPlatform().daemon().name("ticker").unstarted(task));
  private final CrawlRun run;
  private final TallySink sink;
  private final EventLog events;
  private final Terminal terminal;
  private boolean closed;
  private int ticks;

  private Ticker(CrawlRun run, TallySink sink, EventLog events, Terminal terminal) {
    this.run = run;
    this.sink = sink;
    this.events = events;
    this.terminal = terminal;
  }

  /// Starts ticking.
  ///
  /// @param draws whether progress is shown: by a status line, or in a log by a notice now and then
  public static Ticker start(
      CrawlRun run, TallySink sink, EventLog events, Terminal terminal, boolean draws) {
    var ticker = new Ticker(run, sink, events, terminal);
    ticker.repeat(ticker::flush);
    ticker.repeat(draws ? ticker.drawing() : ticker::printEvents);
    return ticker;
  }

  /// Ends the ticking. Waits for a drawing under way, not for a flush, which may take forever; and
  /// interrupts neither, since an interrupted write would close the output.
  @Override
  public synchronized void close() {
    threads.shutdown();
    closed = true;
    printEvents();
    terminal.erase();
  }

  private void repeat(Runnable action) {
    var _ =
        threads.scheduleWithFixedDelay(action, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /// A crawl whose records go nowhere ends at once: [TallySink] remembers why.
  private void flush() {
    try {
      sink.flush();
    } catch (IOException e) {
      run.close();
      threads.shutdown();
    }
  }

  private synchronized void printEvents() {
    events.drain().forEach(terminal::say);
  }

  private Runnable drawing() {
    var line = new ProgressLine(Runtime.getRuntime().availableProcessors(), sample());
    return terminal.isLog() ? () -> log(line) : () -> draw(line);
  }

  private synchronized void log(ProgressLine line) {
    printEvents();
    var notice = line.noticeAt(sample());
    if (!closed && ++ticks % TICKS_A_NOTICE == 0) {
      terminal.say(notice);
    }
  }

  private synchronized void draw(ProgressLine line) {
    printEvents();
    if (!closed) {
      terminal.status(line.at(sample()));
    }
  }

  private ProgressLine.Sample sample() {
    long failed = sink.count(RecordOutcome.FAILED) + sink.count(RecordOutcome.HTTP_ERROR);
    return new ProgressLine.Sample(
        System.nanoTime(), ProcessUsage.cpu(), run.progress(), failed, run.workers());
  }
}
