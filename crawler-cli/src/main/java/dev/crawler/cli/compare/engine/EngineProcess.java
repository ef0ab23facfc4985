package dev.crawler.cli.compare.engine;

import dev.crawler.cli.command.Words;
import dev.crawler.cli.compare.json.EventWriter;
import dev.crawler.cli.compare.jvm.LifeLine;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.exit.ProcessEnd;
import dev.crawler.cli.input.SeedList;
import dev.crawler.cli.job.NameCache;
import dev.crawler.cli.option.ComparedOptions;
import dev.crawler.cli.terminal.Signals;
import dev.crawler.core.engine.CrawlEngines;
import dev.crawler.core.engine.CrawlFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Crawls once with one engine, measures it, and ends. Ends itself when its standard input does.
/// *Confined to the main thread.*
public final class EngineProcess {
  private EngineProcess() {}

  /// Does what the errand on standard input says.
  public static void main(String[] args) {
    NameCache.forgetFailures();
    Signals.OF_PROCESS.listen(EngineProcess::heed);
    int code = live();
    ProcessEnd.atOnce(code);
    System.exit(code);
  }

  private static int live() {
    try {
      run(Errand.readFrom(System.in));
      return ExitCode.DONE.number();
    } catch (CommandException e) {
      System.err.println(e.line());
    } catch (CrawlFailedException e) {
      System.err.println("the crawl failed: " + e.getCause());
    } catch (Exception | Error e) {
      System.err.println(e);
    }
    return ExitCode.FAILED.number();
  }

  private static void run(Errand errand) throws IOException, InterruptedException {
    var options = new ComparedOptions();
    var parsed = Words.parse(options.groups(), errand.words());
    var engine = CrawlEngines.named(errand.engine());
    var files = List.of(errand.seeds().toString());
    try (var seeds =
        SeedList.of(List.of(), files, List.of(), InputStream.nullInputStream(), false)) {
      seeds.requireAny();
      var plan = options.plan(parsed, seeds);
      var events = new EventWriter(System.out, errand.engine(), errand.round());
      var crawl = new MeasuredCrawl(engine, options.crew(parsed, engine), plan, events);
      LifeLine.hold(System.in, crawl::abandon);
      crawl.run(errand.records());
    }
  }

  /// Ctrl-C is for the command, which ends this process by its life-line.
  private static void heed(ExitCode signal) {
    if (signal == ExitCode.TERMINATED) {
      ProcessEnd.halt(signal);
    }
  }
}
