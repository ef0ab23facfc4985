package dev.crawler.cli;

import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Feature;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Serves the embedded site until it is told to end. *Confined to the main thread.*
@Command(
    name = "crawler site",
    customSynopsis = "crawler site [options]",
    sortOptions = false,
    description = {
      "Serve the embedded synthetic site on loopback addresses, until Ctrl-C.",
      "The home page of each host goes to standard output, one a line.%n"
    })
final class SiteCommand implements Callable<ExitCode> {
  private final Streams streams;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "the site is a pure function of it (default: 1)")
  private long seed = 1;

  @Option(names = "--hosts", paramLabel = "N", description = "hosts (default: 6)")
  private int hosts = 6;

  @Option(names = "--pages", paramLabel = "N", description = "pages of each host (default: 100)")
  private int pages = 100;

  @Option(
      names = "--steady",
      description = "no passing faults: every crawl meets the same answers, not just the first")
  private boolean steady;

  @Option(
      names = "--lifeline",
      description = "end with standard input, so as not to outlive the process that holds it")
  private boolean lifeline;

  SiteCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public ExitCode call() throws IOException, InterruptedException {
    try (var server = SiteServer.start(site())) {
      streams.print(String.join("\n", server.seedUrls()) + "\n");
      if (lifeline) {
        streams.in().transferTo(OutputStream.nullOutputStream());
      } else {
        streams.terminal().say("serving %d hosts; Ctrl-C ends".formatted(hosts));
        new CountDownLatch(1).await();
      }
    }
    return ExitCode.DONE;
  }

  /// Without what makes a record depend on the spelling in which a URL was met first, so that two
  /// crawls of it are comparable.
  private Site site() {
    try {
      var plan =
          SitePlan.SMALL
              .hosts(hosts)
              .pagesPerHost(pages)
              .without(Feature.SPELLINGS, Feature.CHAINS, Feature.OUTSIDE);
      return Site.of(seed, steady ? plan.without(Feature.TRANSIENT_FAULTS) : plan);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
