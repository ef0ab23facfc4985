package dev.crawler.cli.experiments.mutation;

import dev.crawler.cli.experiments.Experiment;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlEngines;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Breaks a safety line of an engine and asks whether the shared suite notices, for each line that
/// is listed. *Immutable.*
public final class MutationExperiment implements Experiment {
  @Override
  public String name() {
    return "mutation";
  }

  @Override
  public String question() {
    return "Does the shared suite notice when a safety line of an engine is broken?";
  }

  @Override
  public String hypothesis() {
    return "It notices each of them, in each engine.";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException {
    var root = lab.conditions().checkout(name() + " compiles the engines");
    var terms = lab.conditions().isQuick() ? MutationTerms.QUICK : MutationTerms.FULL;
    var wanted = names(lab.conditions().engines());
    var all = wanted.containsAll(names(CrawlEngines.all()));
    lab.say("the tests are compiled");
    var hunt = new Hunt(root, terms, row -> lab.say(told(row)));
    hunt.run(list -> all || list.engines().stream().anyMatch(wanted::contains))
        .forEach(row -> lab.note(row.row()));
  }

  private static Set<String> names(List<CrawlEngine> engines) {
    return engines.stream().map(CrawlEngine::name).collect(Collectors.toSet());
  }

  private static String told(MutationRow row) {
    var mutation = row.mutation().isEmpty() ? "" : ", " + row.mutation();
    return "%s%s: %s".formatted(row.engine(), mutation, row.row().text("verdict"));
  }

  @Override
  public Findings findings(Observations seen) {
    return MutationFindings.of(seen);
  }
}
