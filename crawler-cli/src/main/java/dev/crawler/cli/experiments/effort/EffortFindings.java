package dev.crawler.cli.experiments.effort;

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
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// What the counts come to.
final class EffortFindings {
  private static final List<String> ORDER =
      List.of("virtual", "threads", "futures", "callbacks", "processes");
  private static final List<String> BLOCKING = List.of("serial", "threads", "virtual");
  private static final List<String> CALLED = List.of("callbacks", "vertx");

  private EffortFindings() {}

  static Findings of(Observations seen) {
    var code = seen.rows().kind("code");
    var traces = seen.rows().kind("trace");
    return new Findings(
        List.of(
            inOrder(code, "lines", row -> row.orZero("lines")),
            inOrder(
                code,
                "shared mutable fields",
                row -> row.orZero("mutable_fields") + row.orZero("shared_fields")),
            goesBack(
                traces,
                BLOCKING,
                true,
                "Where a thread blocks, a stack trace goes back to where the page was taken on."),
            goesBack(traces, CALLED, false, "Where the engine is called back, it does not."),
            namesUrl(traces)),
        paragraph(),
        code.isEmpty() ? List.of() : List.of(chart(code)),
        List.of(codeTable(code), traceTable(traces), features(seen.rows().kind("feature"))));
  }

  private static Finding inOrder(Rows code, String what, ToDoubleFunction<Row> count) {
    var clause = "In %s: %s.".formatted(what, String.join(" < ", ORDER));
    if (!code.engines().containsAll(ORDER)) {
      return Finding.untold(clause, "Some of them were not counted.");
    }
    var counts =
        ORDER.stream()
            .map(name -> count.applyAsDouble(code.engine(name).all().getFirst()))
            .toList();
    var holds = IntStream.range(1, counts.size()).allMatch(i -> counts.get(i - 1) < counts.get(i));
    var evidence =
        IntStream.range(0, ORDER.size())
            .mapToObj(i -> "%s %s".formatted(ORDER.get(i), Say.number(counts.get(i))))
            .toList();
    return Finding.of(clause, holds, Say.list(evidence) + ".");
  }

  private static Finding goesBack(
      Rows traces, List<String> engines, boolean expected, String clause) {
    var some = traces.engines(engines);
    if (some.isEmpty()) {
      return Finding.untold(clause, "No fault was made.");
    }
    var naming = some.where("goes_back", "yes");
    var holds = naming.all().size() == (expected ? some.all().size() : 0);
    return Finding.of(
        clause,
        holds,
        "%d of %d traces do%s."
            .formatted(
                naming.all().size(),
                some.all().size(),
                naming.isEmpty() ? "" : ": those of " + Say.names(naming.engines())));
  }

  private static Finding namesUrl(Rows traces) {
    var clause = "What the run ends with names the URL.";
    if (traces.isEmpty()) {
      return Finding.untold(clause, "No fault was made.");
    }
    var naming = traces.where("names_url", "yes");
    return Finding.of(
        clause,
        naming.all().size() == traces.all().size(),
        naming.isEmpty()
            ? "None does, in no engine: a URL is a value, and frames have names of methods alone."
            : "%d of %d do.".formatted(naming.all().size(), traces.all().size()));
  }

  private static String paragraph() {
    return """
    Lines are those with code: no blank ones, comments, imports. The variant part of an engine \
    is all that is reached by names from where it is entered, without the core and the kit; \
    what makes requests is counted apart, since two clients are shared by several engines and \
    one is written for one. `serial`, `threads` and `virtual` are the same code but for one \
    line, the executor, so their numbers are equal. Fields that are shared and mutable are those \
    that are not final, and final ones of a type that changes: atomics, latches, locks, \
    concurrent collections, collections made on the spot. `futures` is the example engine of \
    the tests, which leaves the watching of its client to others. Stack traces are those of \
    faults that were made: in the sink, while a page is handled, and in the look-up of a name, \
    which the fetchers do on threads of their own.\
    """
        .strip();
  }

  private static BarChart chart(Rows code) {
    var chart = BarChart.of("lines", "Lines of code of each engine", Axis.log("lines"));
    for (var row : code.all()) {
      chart = chart.bar("the engine", row.text(Row.ENGINE), row.orZero("lines"));
    }
    for (var row : code.all()) {
      chart = chart.bar("its client", row.text(Row.ENGINE), row.orZero("client_lines"));
    }
    return chart;
  }

  private static Table codeTable(Rows code) {
    var table =
        Table.of(
            "Code of each engine",
            "engine",
            "files",
            "lines",
            "fields not final",
            "final fields that change",
            "client: files",
            "client: lines",
            "client: fields of both kinds");
    for (var row : code.all()) {
      table =
          table.row(
              row.text(Row.ENGINE),
              Say.number(row.number("files")),
              Say.number(row.number("lines")),
              Say.number(row.number("mutable_fields")),
              Say.number(row.number("shared_fields")),
              Say.number(row.number("client_files")),
              Say.number(row.number("client_lines")),
              Say.number(row.orZero("client_mutable_fields") + row.orZero("client_shared_fields")));
    }
    return table;
  }

  private static Table traceTable(Rows traces) {
    var table =
        Table.of(
            "Stack traces of faults",
            "engine",
            "fault while",
            "frames",
            "of this project",
            "methods of the engine, the innermost first",
            "names the stage",
            "goes back to the decision",
            "names the URL");
    for (var row : traces.all()) {
      table =
          table.row(
              row.text(Row.ENGINE),
              row.text("seam"),
              Say.number(row.number("depth")),
              Say.number(row.number("ours")),
              row.text("stages").isEmpty() ? "none" : "`" + row.text("stages") + "`",
              row.text("names_stage"),
              row.text("goes_back"),
              row.text("names_url"));
    }
    return table;
  }

  private static Table features(Rows features) {
    var table =
        Table.of(
            "What a feature took that came later, in lines of main sources",
            "feature",
            "module",
            "added",
            "removed");
    for (var row : features.all()) {
      table =
          table.row(
              row.text("feature"),
              row.text("module"),
              Say.number(row.number("added")),
              Say.number(row.number("removed")));
    }
    return table;
  }
}
