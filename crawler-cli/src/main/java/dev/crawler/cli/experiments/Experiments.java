package dev.crawler.cli.experiments;

import dev.crawler.cli.experiments.cancel.CancelExperiment;
import dev.crawler.cli.experiments.death.DeathExperiment;
import dev.crawler.cli.experiments.effort.EffortExperiment;
import dev.crawler.cli.experiments.mutation.MutationExperiment;
import dev.crawler.cli.experiments.trial.AllocationExperiment;
import dev.crawler.cli.experiments.trial.CpuExperiment;
import dev.crawler.cli.experiments.trial.FaultsExperiment;
import dev.crawler.cli.experiments.trial.LittleExperiment;
import dev.crawler.cli.experiments.trial.MemoryExperiment;
import dev.crawler.cli.experiments.trial.PolitenessExperiment;
import dev.crawler.cli.experiments.trial.ScaleExperiment;
import dev.crawler.cli.experiments.trial.StartExperiment;
import dev.crawler.cli.experiments.trial.TailsExperiment;
import java.util.List;
import java.util.Optional;

/// The experiments there are, in the order of the page.
public final class Experiments {
  private Experiments() {}

  /// All of them.
  public static List<Experiment> all() {
    return List.of(
        new LittleExperiment(),
        new CpuExperiment(),
        new MemoryExperiment(),
        new TailsExperiment(),
        new FaultsExperiment(),
        new ScaleExperiment(),
        new StartExperiment(),
        new PolitenessExperiment(),
        new AllocationExperiment(),
        new CancelExperiment(),
        new DeathExperiment(),
        new EffortExperiment(),
        new MutationExperiment());
  }

  /// The one of that name.
  public static Optional<Experiment> named(String name) {
    return all().stream().filter(experiment -> experiment.name().equals(name)).findFirst();
  }
}
