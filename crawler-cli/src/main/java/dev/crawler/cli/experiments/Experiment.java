package dev.crawler.cli.experiments;

import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.raw.Observations;
import java.io.IOException;

/// A question put to the engines. It is run once, in a lab; what it shows is then a function of the
/// raw data alone, so that pages can be written from files. *Immutable.*
public interface Experiment {
  /// One word, for the command line.
  String name();

  /// What is asked, in a sentence.
  String question();

  /// What was expected before the first run, in a sentence.
  String hypothesis();

  /// Does it, and notes what it sees with the lab. Contests whose work was not equal are noted by
  /// the lab, too, and have no rows. Called once, on one thread; what it has noted stays when it
  /// throws.
  void run(Lab lab) throws IOException, InterruptedException;

  /// What these show. Called with raw data of this experiment, whole or not: what is missing makes
  /// a clause untold.
  Findings findings(Observations seen);
}
