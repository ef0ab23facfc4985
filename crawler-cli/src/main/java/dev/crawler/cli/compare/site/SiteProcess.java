package dev.crawler.cli.compare.site;

import dev.crawler.cli.command.Words;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.exit.ProcessEnd;
import dev.crawler.cli.option.SiteOptions;
import dev.crawler.cli.terminal.Signals;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Site;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Serves the embedded site and answers to the command by lines:
///
/// ```
/// at its start   -> host:port, a line for each host
/// forget         -> forgotten       the next crawl meets a new site
/// log FILE       -> logged          what was asked since then is in the file
/// twin           -> host:port, a line for each host, where the same is served without latency
/// alone          -> alone           that is served no more
/// ```
///
/// Ends when its standard input does. *Confined to the main thread.*
final class SiteProcess {
  private static final String FORGET = "forget";
  private static final String LOG = "log ";
  private static final String TWIN = "twin";
  private static final String ALONE = "alone";
  private static final List<String> AT_ONCE = List.of("--latency=0ms", "--latency-spread=0ms");

  private final List<String> words;
  private final SiteServer server;
  private @Nullable SiteServer twin;

  private SiteProcess(List<String> words, SiteServer server) {
    this.words = words;
    this.server = server;
  }

  /// Serves the site of these options.
  public static void main(String[] words) throws IOException {
    Signals.OF_PROCESS.listen(SiteProcess::heed);
    var chosen = List.of(words);
    try (var server = SiteServer.start(site(chosen));
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      var process = new SiteProcess(chosen, server);
      System.out.println(names(server));
      for (var order = orders.readLine(); order != null; order = orders.readLine()) {
        System.out.println(process.carryOut(order));
      }
      process.alone();
    }
  }

  private String carryOut(String order) throws IOException {
    if (order.startsWith(LOG)) {
      RequestFile.write(Path.of(order.substring(LOG.length())), server);
      return "logged";
    }
    return switch (order) {
      case FORGET -> {
        server.forget();
        yield "forgotten";
      }
      case TWIN -> {
        var other = SiteServer.start(site(atOnce(words)));
        twin = other;
        yield names(other);
      }
      case ALONE -> {
        alone();
        yield ALONE;
      }
      default -> throw new IllegalArgumentException("no such order: " + order);
    };
  }

  private void alone() {
    var other = twin;
    twin = null;
    if (other != null) {
      other.close();
    }
  }

  private static String names(SiteServer server) {
    return String.join("\n", server.site().authorities());
  }

  /// The site of these options.
  static Site site(List<String> words) {
    var options = new SiteOptions();
    return options.site(Words.parse(List.of(options.group()), words));
  }

  /// The same options, but that nothing waits.
  static List<String> atOnce(List<String> words) {
    return Stream.concat(words.stream(), AT_ONCE.stream()).toList();
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

  static String twin() {
    return TWIN;
  }

  static String noTwin() {
    return ALONE;
  }

  static String log(Path file) {
    return LOG + file;
  }
}
