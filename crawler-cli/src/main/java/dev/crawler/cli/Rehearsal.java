package dev.crawler.cli;

import dev.crawler.cli.terminal.Signals;
import dev.crawler.cli.terminal.Streams;
import dev.crawler.cli.terminal.Terminal;
import dev.crawler.core.engine.CrawlEngines;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.stream.Stream;

/// The same crawl with each engine found, and once more with the default one. The launcher runs it
/// after a build, while the JVM writes down which classes there are, so that no engine starts
/// slower than another only because it was not the one rehearsed. *Confined to the main thread.*
final class Rehearsal {
  private Rehearsal() {}

  /// Runs the command line of a crawl without an engine, and ends the process.
  public static void main(String[] args) {
    for (var engine : CrawlEngines.all()) {
      var chosen = Stream.concat(Arrays.stream(args), Stream.of("--engine", engine.name()));
      var nowhere = OutputStream.nullOutputStream(); // a crawl closes its output
      var streams =
          new Streams(
              System.in, nowhere, Terminal.ofProcess(), Signals.OF_PROCESS, System.getenv());
      int code = Main.run(chosen.toArray(String[]::new), streams);
      if (code != 0) {
        throw new IllegalStateException(engine.name() + " ended with exit code " + code);
      }
    }
    Main.main(args);
  }
}
