package dev.crawler.cli.experiments.page;

import dev.crawler.cli.compare.result.Machine;
import dev.crawler.cli.experiments.finding.Finding;
import dev.crawler.cli.experiments.finding.Say;
import dev.crawler.cli.experiments.finding.Table;
import dev.crawler.cli.experiments.finding.Verdict;
import dev.crawler.cli.experiments.raw.Point;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/// Experiments as a page in Markdown: the machine and what it cannot tell first, then what became
/// of each hypothesis. *Immutable.*
///
/// @param results in their order
/// @param where the folder of their files, as seen from the page: empty, or with a slash at its end
public record ExperimentsPage(List<Result> results, String where) {
  private static final int FEW_CORES = 4;
  private static final String HEAD =
      """
      # Engines compared by experiments

      Written by `crawler experiments` out of raw data; no number and no verdict here was typed in. A hypothesis was
      put before the first run. It has failed when one of its clauses has, and a clause that the rows leave open is said
      to be so. All engines crawl the same pages of the embedded site, each crawl in a JVM of its own that starts cold;
      records, requests and manners were proven to be equal at each point before it has a figure@HOW@.

      """;

  /// Copies the list.
  public ExperimentsPage {
    results = List.copyOf(results);
  }

  /// The page beside a user's own results.
  public String text() {
    return headed("");
  }

  /// The page of the documentation.
  ///
  /// @param proof link to the text about it
  public String text(String proof) {
    return headed(" ([how](%s))".formatted(proof));
  }

  private String headed(String how) {
    var text = new StringBuilder(HEAD.replace("@HOW@", how));
    results.stream()
        .map(result -> result.seen().machine())
        .map(ExperimentsPage::machine)
        .distinct()
        .forEach(text::append);
    text.append(overview());
    results.forEach(result -> text.append(section(result)));
    return text.toString();
  }

  private static String machine(Machine machine) {
    var text =
        """
        ## The machine, and what it cannot tell

        %d cores (%s), %s of memory, %s, Java %s, `%s`.

        """
            .formatted(
                machine.cores(),
                machine.processor().isEmpty() ? "model not known" : machine.processor(),
                Say.bytes((double) machine.memoryBytes()),
                machine.system(),
                machine.java(),
                String.join(" ", shown(machine.flags())));
    return machine.cores() < FEW_CORES ? text + fewCores(machine.cores()) : text;
  }

  /// Those that decide about memory and compilers; the others open packages.
  private static List<String> shown(List<String> flags) {
    return flags.stream().filter(flag -> flag.startsWith("-X")).toList();
  }

  private static String fewCores(int cores) {
    return """
    - Crawler, site and measuring share %d cores: where the CPU is full, an engine is as fast as it is cheap, and a rate
      says little of its model of concurrency.
    - How an engine would use more cores is not to be seen: neither what several event loops, nor what many carriers of
      virtual threads, nor what several processes would win.
    - A thread that waits for a core looks like a late timer or a slow fetch. Lag and tails under load are those of this
      machine.
    - Loopback has neither loss nor distance: what a real network does to connections and timeouts is not in here.

    """
        .formatted(cores);
  }

  private String overview() {
    var lines =
        results.stream()
            .map(result ->
                "| [`%1$s`](#%1$s) | %2$s | **%3$s** | %4$s |%n"
                    .formatted(
                        result.experiment().name(),
                        result.experiment().question(),
                        result.findings().verdict().words(),
                        clauses(result)))
            .collect(Collectors.joining());
    return "| experiment | asked | hypothesis | clauses |\n|---|---|---|---|\n" + lines + "\n";
  }

  private static String clauses(Result result) {
    var findings = result.findings().findings();
    return Say.list(
        List.of(Verdict.values()).stream()
            .filter(verdict -> count(findings, verdict) > 0)
            .map(verdict ->
                count(findings, verdict)
                    + (verdict == Verdict.UNTOLD ? " open" : " " + verdict.words()))
            .toList());
  }

  private static long count(List<Finding> findings, Verdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).count();
  }

  private String section(Result result) {
    var text = new StringBuilder("## %s%n%n".formatted(result.experiment().name()));
    text.append(result.experiment().question()).append("\n\n");
    text.append("**Hypothesis:** %s%n%n".formatted(result.experiment().hypothesis()));
    if (result.seen().isQuick()) {
      text.append("**A rehearsal of seconds: its figures show nothing.**\n\n");
    }
    text.append(otherWork(result.seen().machine()));
    for (var finding : result.findings().findings()) {
      text.append(
          "- **%s**: %s. %s%n"
              .formatted(finding.verdict().words(), finding.clause(), finding.evidence()));
    }
    text.append("\n");
    result.seen().unequal().forEach(point -> text.append(unequal(point)));
    for (var picture : result.findings().pictures()) {
      text.append("![%s](%s%s)%n%n".formatted(picture.title(), where, result.file(picture)));
    }
    text.append(result.findings().paragraph()).append("\n\n");
    result.findings().tables().forEach(table -> text.append(of(table)));
    return text.append(source(result)).toString();
  }

  private static String otherWork(Machine machine) {
    return machine.isBusy()
        ? "**The machine had other work (load %s at the start): times are too long.**%n%n"
            .formatted(Say.number(machine.load()))
        : "";
  }

  private static String unequal(Point point) {
    return "**The work was not equal** at %s, so there are no figures of it: %s.%n%n"
        .formatted(point.at(), point.differences().getFirst());
  }

  private static String of(Table table) {
    var rows = table.rows().stream().map(ExperimentsPage::line).collect(Collectors.joining());
    return "%s:%n%n%s|%s%n%s%n"
        .formatted(table.title(), line(table.heads()), "---|".repeat(table.heads().size()), rows);
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private String source(Result result) {
    var seen = result.seen();
    long crawls = seen.points().stream().mapToLong(Point::crawls).sum();
    return "[Raw data](%s%s) of %s%s, load %s at the start; again with `%s`.%n%n"
        .formatted(
            where,
            result.rawFile(),
            seen.startedAt().atZone(ZoneOffset.UTC).toLocalDate(),
            crawls == 0 ? "" : ", " + crawls + " crawls",
            Say.number(seen.machine().load()),
            seen.command());
  }
}
