package dev.crawler.cli.compare.page;

import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.Headroom;
import dev.crawler.cli.compare.result.Machine;
import dev.crawler.cli.compare.result.Setup;
import dev.crawler.cli.compare.result.Target;
import java.util.List;
import java.util.Locale;

/// What it ran on, what was crawled, and what cannot be concluded.
final class EndSection {
  private EndSection() {}

  static void write(Html html, Comparison comparison) {
    cautions(html, comparison.cautions());
    html.open("section", "id", "setup").element("h2", "Setup and machine").open("dl");
    write(html, comparison.setup());
    if (comparison.proof().holds()) {
      comparison.headroom().ifPresent(found -> term(html, "Headroom of the site", said(found)));
    }
    write(html, comparison.machine());
    html.close("dl").close("section");
  }

  private static void cautions(Html html, List<String> cautions) {
    if (!cautions.isEmpty()) {
      html.open("section", "id", "cautions").element("h2", "What this does not show").open("ul");
      cautions.forEach(caution -> html.element("li", caution));
      html.close("ul").close("section");
    }
  }

  private static void write(Html html, Setup setup) {
    term(html, "Crawled", target(setup.target()));
    if (setup.target() instanceof Target.EmbeddedSite(var _, var _, var options)) {
      term(html, "Made with", String.join(" ", options));
    }
    term(html, "Options", String.join(" ", setup.options()));
    term(
        html,
        "Fetches at a time",
        "%d, %d to a host, %s apart"
            .formatted(
                setup.concurrency(),
                setup.perHost(),
                Unit.MILLIS.text(setup.delay().toNanos() / 1e6)));
    term(html, "Engines", String.join(", ", setup.engines()));
    term(html, "Rounds", setup.rounds() + ", after a warm-up; each crawl in a JVM of its own");
  }

  private static void write(Html html, Machine machine) {
    term(html, "Processor", (machine.processor() + ", " + machine.cores() + " cores for the JVM"));
    if (machine.memoryBytes() > 0) {
      term(html, "Memory", Unit.BYTES.text((double) machine.memoryBytes()));
    }
    term(html, "System", machine.system());
    term(html, "Java", machine.java());
    term(html, "JVM flags", String.join(" ", machine.flags()));
    if (machine.load() >= 0) {
      term(html, "Load before", String.format(Locale.ROOT, "%.2f", machine.load()));
    }
  }

  private static String said(Headroom headroom) {
    return String.format(
        Locale.ROOT,
        "%s requests per second for a trivial client alone, %.1f times those of the fastest engine"
            + " (%s)",
        Unit.NUMBER.text(Math.rint(headroom.requestsPerSecond())),
        headroom.times(),
        headroom.isEnough() ? "enough" : "not enough: at least 3 times are wanted");
  }

  static String target(Target target) {
    return switch (target) {
      case Target.EmbeddedSite(var hosts, var pages, var _) ->
          "the embedded site, "
              + ProofSection.counted(pages, "page")
              + " on "
              + ProofSection.counted(hosts, "host");
      case Target.GivenUrls(var seeds, var first) ->
          ProofSection.counted(seeds, "given URL") + ", the first of them " + first;
    };
  }

  private static void term(Html html, String name, String value) {
    if (!value.isBlank()) {
      html.open("div").element("dt", name).element("dd", value).close("div");
    }
  }
}
