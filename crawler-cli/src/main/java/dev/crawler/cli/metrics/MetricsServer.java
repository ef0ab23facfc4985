package dev.crawler.cli.metrics;

import com.sun.net.httpserver.HttpServer;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.job.CrawlObserver;
import dev.crawler.cli.job.TallySink;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.record.Sink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Serves the figures of one crawl on a port of this machine alone, from the crawl's beginning to
/// its end. *Thread-safe.*
public final class MetricsServer implements CrawlObserver {
  private static final int USUAL_BACKLOG = 0;

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("metrics-", 0).factory());
  private final CrawlMetrics metrics = new CrawlMetrics();

  private MetricsServer(HttpServer server) {
    this.server = server;
  }

  /// Takes that port, or any free one for 0. Who connects waits until the crawl has begun.
  ///
  /// @throws CommandException when it cannot be had
  public static MetricsServer bind(int port) {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      return new MetricsServer(HttpServer.create(address, USUAL_BACKLOG));
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILED, "cannot serve metrics on port " + port + ": " + e.getMessage());
    }
  }

  /// Where the figures are.
  public Notice notice() {
    var address = server.getAddress();
    var url = "http://" + address.getHostString() + ":" + address.getPort() + ScrapeHandler.PATH;
    return Notice.info(
        "metrics",
        "metrics at " + url,
        json -> {
          json.writeStringProperty("url", url);
          json.writeNumberProperty("port", address.getPort());
        });
  }

  @Override
  public Sink observing(Sink sink) {
    return metrics.timing(sink);
  }

  @Override
  public void started(CrawlRun run, TallySink tally) {
    metrics.register(run, tally);
    server.createContext("/", new ScrapeHandler(metrics.registry()));
    server.setExecutor(threads);
    server.start();
  }

  /// Gives the port back and ends every connection.
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
