package dev.crawler.cli.experiments.mutation;

import dev.crawler.cli.exit.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Tries all mutants of a checkout. *Confined to its thread.*
final class Hunt {
  private final Path root;
  private final MutationTerms terms;
  private final Consumer<MutationRow> heard;

  /// @param root of the checkout
  /// @param heard is told of each row as it comes, by any thread
  Hunt(Path root, MutationTerms terms, Consumer<MutationRow> heard) {
    this.root = root;
    this.terms = terms;
    this.heard = heard;
  }

  /// Compiles the checkout's tests, then tries one mutant after the other.
  ///
  /// @param wanted whose mutants
  /// @return a row for each, in the order of the lists
  List<MutationRow> run(Predicate<MutationList> wanted) throws IOException, InterruptedException {
    var lists = MutationList.in(root).stream().filter(wanted).toList();
    var contracts = Contracts.build(root, lists);
    try (var scratch = TemporaryFolder.make("mutants")) {
      return rowsOf(trials(lists, contracts, scratch.path()));
    }
  }

  /// Those that take long, the sound ones, come first.
  private List<Callable<MutationRow>> trials(
      List<MutationList> lists, Contracts contracts, Path scratch) throws IOException {
    var compiler = MutantCompiler.of(root);
    var suite = new SuiteRun(contracts, terms.patience(), terms.silence());
    var sound = new ArrayList<Callable<MutationRow>>();
    var mutants = new ArrayList<Callable<MutationRow>>();
    for (var list : lists) {
      var trial = new MutationTrial(list, compiler, suite, contracts, scratch, terms.asked());
      if (terms.compares()) {
        sound.add(trial::sound);
      }
      list.mutations().stream()
          .limit(terms.most())
          .forEach(mutation -> mutants.add(() -> trial.of(mutation)));
    }
    sound.addAll(mutants);
    return sound;
  }

  private List<MutationRow> rowsOf(List<Callable<MutationRow>> trials)
      throws IOException, InterruptedException {
    try (var jobs = Executors.newFixedThreadPool(terms.jobs())) {
      var waiting = new ArrayList<Future<MutationRow>>();
      for (var trial : trials) {
        waiting.add(jobs.submit(() -> told(trial.call())));
      }
      var rows = new ArrayList<MutationRow>();
      try {
        for (var one : waiting) {
          rows.add(one.get());
        }
      } catch (ExecutionException e) {
        jobs.shutdownNow();
        throw new IOException(e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
      }
      return rows;
    }
  }

  private MutationRow told(MutationRow row) {
    heard.accept(row);
    return row;
  }
}
