package dev.crawler.cli.experiments.mutation;

import dev.crawler.cli.experiments.mutation.MutationRow.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Tries mutants of one list. *Thread-safe.*
///
/// @param list whose suites are asked
/// @param compiler of mutants
/// @param suite runs tests
/// @param contracts where the sound classes are
/// @param scratch folder for mutants and what tests write
/// @param asked how often the suite is asked about a mutant that survives
record MutationTrial(
    MutationList list,
    MutantCompiler compiler,
    SuiteRun suite,
    Contracts contracts,
    Path scratch,
    int asked) {
  /// The suite with the sound engine.
  MutationRow sound() throws IOException, InterruptedException {
    var shared = suite.of(list.suites(), "", scratch);
    var own = suite.of(list.own(), "", scratch);
    var sound = shared.is(SuiteEnd.Kind.PASSED) && own.is(SuiteEnd.Kind.PASSED);
    return new MutationRow(
        list.engine(),
        "",
        "",
        "",
        sound ? Verdict.SOUND : Verdict.UNSOUND,
        shared.detail(),
        own.detail(),
        1,
        seconds(shared.took()));
  }

  /// One mutant.
  MutationRow of(Mutation mutation) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory(scratch, "mutant-");
    var path = contracts.classPathOf(list.suites().getFirst().module());
    var complaint = compiler.compile(mutation, path, folder);
    if (complaint.isPresent()) {
      var nothing = new SuiteEnd(SuiteEnd.Kind.NOT_COMPILING, complaint.get(), Duration.ZERO);
      return row(mutation, nothing, "", 0);
    }
    var end = suite.of(list.suites(), folder.toString(), scratch);
    int runs = 1;
    while (end.is(SuiteEnd.Kind.PASSED) && runs < asked) {
      end = suite.of(list.suites(), folder.toString(), scratch);
      runs++;
    }
    return row(mutation, end, own(end, folder), runs);
  }

  private String own(SuiteEnd shared, Path folder) throws IOException, InterruptedException {
    if (!shared.is(SuiteEnd.Kind.PASSED)) {
      return "";
    }
    for (var test : list.own()) {
      var end = suite.of(List.of(test), folder.toString(), scratch);
      if (!end.is(SuiteEnd.Kind.PASSED)) {
        return end.detail();
      }
    }
    return "";
  }

  private MutationRow row(Mutation mutation, SuiteEnd end, String own, int runs) {
    var verdict =
        switch (end.kind()) {
          case FAILED, DIED -> Verdict.NOTICED;
          case PASSED -> Verdict.SURVIVED;
          case HUNG -> Verdict.HUNG;
          case NOT_COMPILING -> Verdict.NOT_COMPILING;
        };
    return new MutationRow(
        list.engine(),
        mutation.name(),
        mutation.file().toString(),
        mutation.why(),
        verdict,
        end.detail(),
        own,
        runs,
        seconds(end.took()));
  }

  private static double seconds(Duration took) {
    return Math.round(took.toMillis() / 100.0) / 10.0;
  }
}
