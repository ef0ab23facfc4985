package dev.crawler.cli.compare.site;

import dev.crawler.cli.command.Words;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.exit.ProcessEnd;
import dev.crawler.cli.option.SiteOptions;
import dev.crawler.cli.terminal.Signals;
import dev.crawler.tck.server.SiteServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Serves the embedded site and answers to the command by lines:
///
/// ```
/// at its start   -> host:port, a line for each host
/// forget         -> forgotten       the next crawl meets a new site
/// log FILE       -> logged          what was asked since then is in the file
/// ```
///
/// Ends when its standard input does. *Confined to the main thread.*
final class SiteProcess {
  private static final String FORGET = "forget";
  private static final String LOG = "log ";

  private SiteProcess() {}

  /// Serves the site of these options.
  public static void main(String[] words) throws IOException {
    Signals.OF_PROCESS.listen(SiteProcess::heed);
    var options = new SiteOptions();
    var site = options.site(Words.parse(List.of(options.group()), List.of(words)));
    try (var server = SiteServer.start(site);
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      server.site().authorities().forEach(System.out::println);
      for (var order = orders.readLine(); order != null; order = orders.readLine()) {
        System.out.println(carryOut(order, server));
      }
    }
  }

  private static String carryOut(String order, SiteServer server) throws IOException {
    if (order.equals(FORGET)) {
      server.requests().clear();
      return "forgotten";
    }
    if (order.startsWith(LOG)) {
      RequestFile.write(Path.of(order.substring(LOG.length())), server);
      return "logged";
    }
    throw new IllegalArgumentException("no such order: " + order);
  }

  /// Ctrl-C is for the command, which ends this process by its life-line.
  private static void heed(ExitCode signal) {
    if (signal == ExitCode.TERMINATED) {
      ProcessEnd.halt(signal);
    }
  }

  static String forget() {
    return FORGET;
  }

  static String log(Path file) {
    return LOG + file;
  }
}
