package dev.crawler.cli.experiments.effort;

import dev.crawler.cli.experiments.Experiment;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Row;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.io.IOException;
import java.nio.file.Path;

/// Counts what each engine costs whoever writes and reads it. *Immutable.*
public final class EffortExperiment implements Experiment {
  /// Of a host that must be looked up.
  private static final String TO_BE_FOUND = "http://site.example/";

  @Override
  public String name() {
    return "effort";
  }

  @Override
  public String question() {
    return "What does each engine cost whoever writes it, and what does its stack trace tell?";
  }

  @Override
  public String hypothesis() {
    return "In lines and shared mutable fields: virtual < threads < futures < callbacks <"
        + " processes; a stack trace names page and stage where a thread blocks, and not"
        + " where it is called back.";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException {
    var root = lab.conditions().checkout(name() + " counts in the sources");
    lab.say("the sources are read");
    EngineCode.in(root).forEach(code -> lab.note(row(code)));
    noteFeatures(lab, root);
    try (var server = SiteServer.start(Site.of(1, SitePlan.SMALL.plain()))) {
      var url = server.seedUrls().getFirst();
      for (var engine : lab.conditions().engines()) {
        lab.say("faults of " + engine.name());
        lab.note(row(engine, Trace.ofHandling(engine, url), url));
        if (!engine.takesCrew()) { // its workers look names up by themselves
          lab.note(row(engine, Trace.ofFetching(engine, TO_BE_FOUND), TO_BE_FOUND));
        }
      }
    }
  }

  private static void noteFeatures(Lab lab, Path root) throws IOException, InterruptedException {
    for (var diff : FeatureDiff.in(root)) {
      lab.note(
          Row.of("feature")
              .with("feature", diff.feature())
              .with("module", diff.module())
              .with("added", diff.added())
              .with("removed", diff.removed()));
    }
  }

  private static Row row(EngineCode code) {
    return Row.of("code")
        .with(Row.ENGINE, code.engine())
        .with("files", code.proper().size())
        .with("lines", EngineCode.lines(code.proper()))
        .with("mutable_fields", EngineCode.mutableFields(code.proper()))
        .with("shared_fields", EngineCode.sharedFields(code.proper()))
        .with("client_files", code.client().size())
        .with("client_lines", EngineCode.lines(code.client()))
        .with("client_mutable_fields", EngineCode.mutableFields(code.client()))
        .with("client_shared_fields", EngineCode.sharedFields(code.client()));
  }

  private static Row row(CrawlEngine engine, Trace trace, String url) {
    return Row.of("trace")
        .with(Row.ENGINE, engine.name())
        .with("seam", trace.seam())
        .with("depth", trace.depth())
        .with("ours", trace.ours())
        .with("stages", String.join(" < ", trace.stages()))
        .with("names_stage", trace.namesStage() ? "yes" : "no")
        .with("goes_back", trace.goesBack() ? "yes" : "no")
        .with("names_url", trace.told().contains(url) ? "yes" : "no");
  }

  @Override
  public Findings findings(Observations seen) {
    return EffortFindings.of(seen);
  }
}
