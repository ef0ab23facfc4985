package dev.crawler.cli;

import dev.crawler.cli.command.Command;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.option.SiteOptions;
import dev.crawler.cli.terminal.Figures;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.cli.terminal.Streams;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Feature;
import dev.crawler.tck.site.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.ParseResult;

/// Serves the embedded site until it is told to end. *Confined to the main thread.*
final class SiteCommand implements Command {
  private final Streams streams;

  private final SiteOptions site = new SiteOptions();
  private final Setting<Boolean> steady =
      Setting.flag(
          "--steady", "no passing faults: every crawl meets the same answers, not just the first");
  private final Setting<Boolean> lifeline =
      Setting.flag(
          "--lifeline", "end with standard input, so as not to outlive the process that holds it");

  SiteCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public String synopsis() {
    return "crawler site [options]";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Serve the embedded synthetic site on loopback addresses, until Ctrl-C.",
        "The home page of each host goes to standard output, one a line.");
  }

  @Override
  public List<SettingGroup> options() {
    return List.of(site.group(), SettingGroup.of("Options", steady, lifeline));
  }

  @Override
  public List<String> examples() {
    return List.of(
        "crawler site --hosts 3 --pages 50",
        "crawler site --steady > seeds.txt &   # then: crawler crawl -i seeds.txt -d unlimited");
  }

  @Override
  public boolean takesUrls() {
    return false;
  }

  @Override
  public ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
    try (var server = SiteServer.start(served(parsed))) {
      streams.print(String.join("\n", server.seedUrls()) + "\n");
      if (lifeline.in(parsed)) {
        streams.in().transferTo(OutputStream.nullOutputStream());
      } else {
        streams
            .terminal()
            .say(
                Notice.info(
                    "serving",
                    "serving " + Figures.count(server.seedUrls().size(), "host") + "; Ctrl-C ends",
                    Notice.Fields.NONE));
        new CountDownLatch(1).await();
      }
    }
    return ExitCode.DONE;
  }

  private Site served(ParseResult parsed) {
    var chosen = site.site(parsed);
    return steady.in(parsed) ? chosen.without(Feature.TRANSIENT_FAULTS) : chosen;
  }
}
