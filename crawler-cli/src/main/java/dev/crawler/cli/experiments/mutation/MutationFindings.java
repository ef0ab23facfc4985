package dev.crawler.cli.experiments.mutation;

import dev.crawler.cli.experiments.chart.Axis;
import dev.crawler.cli.experiments.chart.BarChart;
import dev.crawler.cli.experiments.finding.Finding;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.finding.Say;
import dev.crawler.cli.experiments.finding.Table;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Row;
import dev.crawler.cli.experiments.raw.Rows;
import java.util.List;

/// What the rows of mutants come to.
final class MutationFindings {
  private static final String VERDICT = "verdict";
  private static final String NOTICED = "noticed";
  private static final String SURVIVED = "survived";
  private static final String HUNG = "hung";
  private static final String NOT_COMPILING = "not_compiling";

  private static final String NOTICES_ALL = "It notices each of them, in each engine";

  private MutationFindings() {}

  static Findings of(Observations seen) {
    var rows = seen.rows().kind(MutationRow.KIND);
    var mutants = new Rows(rows.all().stream().filter(MutationFindings::isMutant).toList());
    if (mutants.isEmpty()) {
      var untold = Finding.untold(NOTICES_ALL, "no mutant was tried");
      return new Findings(List.of(untold), "", List.of(), List.of());
    }
    return new Findings(
        List.of(noticesAll(mutants), suitesAreSound(rows)),
        paragraph(mutants),
        List.of(chart(mutants)),
        List.of(scores(mutants), survivors(mutants)));
  }

  /// The sound engine is no mutant, nor is what is no Java.
  private static boolean isMutant(Row row) {
    return !row.text("mutation").isEmpty() && !row.text(VERDICT).equals(NOT_COMPILING);
  }

  private static Finding noticesAll(Rows mutants) {
    int noticed = count(mutants, NOTICED);
    return Finding.of(
        NOTICES_ALL,
        noticed == count(mutants),
        "%d of %d mutants were noticed (%s), %d hung, %d survived."
            .formatted(
                noticed,
                count(mutants),
                Say.percent((double) noticed / count(mutants)),
                count(mutants, HUNG),
                count(mutants, SURVIVED)));
  }

  private static Finding suitesAreSound(Rows rows) {
    var clause = "The suite passes on the engines as they are";
    int sound = count(rows, "sound");
    int unsound = count(rows, "unsound");
    return sound + unsound == 0
        ? Finding.untold(clause, "They were not tried without a mutation.")
        : Finding.of(clause, unsound == 0, "%d of %d did.".formatted(sound, sound + unsound));
  }

  private static String paragraph(Rows mutants) {
    int own = (int) survivorsOf(mutants).all().stream().filter(row -> isNoticedByOwn(row)).count();
    int survived = count(mutants, SURVIVED);
    return """
    A mutant is the project with one safety line removed or turned; the contract that all \
    engines share runs on it in a process of its own until a test fails. One that hangs counts \
    as noticed only where a test of the suite gives up and fails; where nothing ends it, it is \
    listed as hung. Of the %d that survived, %d are noticed by tests that the engine has for \
    itself. The lines were chosen by whoever knows the engines: the score says what the suite \
    is worth for these lines, not for all.\
    """
        .formatted(survived, own);
  }

  private static BarChart chart(Rows mutants) {
    var chart =
        BarChart.of(
            "score", "Mutants that the shared suite notices", Axis.linear("percent of mutants"));
    for (var engine : mutants.engines()) {
      var some = mutants.engine(engine);
      chart = chart.bar("", engine, 100.0 * count(some, NOTICED) / count(some));
    }
    return chart;
  }

  private static Table scores(Rows mutants) {
    var table =
        Table.of(
            "Mutants by engine",
            "engine",
            "mutants",
            "noticed",
            "hung",
            "survived",
            "of these noticed by its own tests");
    for (var engine : mutants.engines()) {
      var some = mutants.engine(engine);
      table =
          table.row(
              engine,
              String.valueOf(count(some)),
              String.valueOf(count(some, NOTICED)),
              String.valueOf(count(some, HUNG)),
              String.valueOf(count(some, SURVIVED)),
              String.valueOf(
                  survivorsOf(some).all().stream().filter(row -> isNoticedByOwn(row)).count()));
    }
    return table;
  }

  private static Table survivors(Rows mutants) {
    var table =
        Table.of(
            "Not noticed by the shared suite",
            "engine",
            "mutant",
            "why the line is there",
            "but by");
    for (var row : mutants.all()) {
      if (!row.text(VERDICT).equals(NOTICED)) {
        var by =
            row.text(VERDICT).equals(HUNG)
                ? "hangs in " + row.text("by")
                : isNoticedByOwn(row) ? row.text("own") : "nobody";
        table = table.row(row.text(Row.ENGINE), row.text("mutation"), row.text("why"), by);
      }
    }
    return table;
  }

  private static Rows survivorsOf(Rows mutants) {
    return mutants.where(VERDICT, SURVIVED);
  }

  private static boolean isNoticedByOwn(Row row) {
    return !row.text("own").isEmpty();
  }

  private static int count(Rows rows) {
    return rows.all().size();
  }

  private static int count(Rows rows, String verdict) {
    return rows.where(VERDICT, verdict).all().size();
  }
}
