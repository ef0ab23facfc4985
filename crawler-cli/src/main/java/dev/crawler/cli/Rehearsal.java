package dev.crawler.cli;

import dev.crawler.cli.terminal.Signals;
import dev.crawler.cli.terminal.Streams;
import dev.crawler.cli.terminal.Terminal;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlEngines;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The same crawl with each engine of a kind, and once more with the default one. The launcher runs
/// it after a build, while the JVM writes down which classes there are, so that no engine starts
/// slower than another only because it was not the one rehearsed. Engines of many processes are
/// rehearsed apart: the others would pay for their classes at each start. *Confined to the main
/// thread.*
final class Rehearsal {
  private Rehearsal() {}

  /// Runs the command line of a crawl without an engine, and ends the process.
  ///
  /// @param args first whether engines with a `crew` or those `alone` are rehearsed
  public static void main(String[] args) {
    var crawl = Arrays.copyOfRange(args, 1, args.length);
    for (var engine : engines(args[0].equals("crew"))) {
      var chosen = Stream.concat(Arrays.stream(crawl), Stream.of("--engine", engine.name()));
      var nowhere = OutputStream.nullOutputStream(); // a crawl closes its output
      var streams =
          new Streams(
              System.in, nowhere, Terminal.ofProcess(), Signals.OF_PROCESS, System.getenv());
      int code = Main.run(chosen.toArray(String[]::new), streams);
      if (code != 0) {
        throw new IllegalStateException(engine.name() + " ended with exit code " + code);
      }
    }
    Main.main(crawl);
  }

  private static List<CrawlEngine> engines(boolean withCrew) {
    return CrawlEngines.all().stream().filter(engine -> engine.takesCrew() == withCrew).toList();
  }
}
