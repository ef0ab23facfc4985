package dev.crawler.cli.compare.report;

import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.Proof.Witness;
import dev.crawler.cli.terminal.Figures;
import java.util.Locale;

/// The whole of it as text. *Immutable.*
///
/// @param comparison that is shown
public record ComparisonText(Comparison comparison) {
  private static final int WIDTH = 78;
  private static final int LABEL = 12;

  /// The text, with its last line end.
  public String text() {
    return comparison.proof().holds()
        ? proof() + "\n" + new FigureTables(comparison).text() + limits() + cautions()
        : refusal();
  }

  private String refusal() {
    var text = new StringBuilder("The work was NOT equal. There are no figures.\n");
    for (var difference : comparison.proof().differences()) {
      var check = difference.check().name().toLowerCase(Locale.ROOT);
      var round = difference.round() == 0 ? "warm-up" : "round " + difference.round();
      text.append(wrapped("  - ", "    ", check + ", " + round + ": " + difference.text()));
    }
    return text.toString();
  }

  private String proof() {
    var proof = comparison.proof();
    var setup = comparison.setup();
    return "The work was equal in %s: %s, %s\n"
            .formatted(
                Figures.count(proof.crawls(), "crawl"),
                Figures.count(setup.engines().size(), "engine"),
                Figures.count(setup.rounds(), "round"))
        + paragraph(
            "records",
            "%d in each, byte-identical when sorted, volatile fields aside"
                .formatted(proof.records()))
        + requests()
        + politeness();
  }

  private String requests() {
    var proof = comparison.proof();
    return paragraph(
        "requests",
        switch (proof.witness()) {
          case SERVER ->
              "%d in each, the same URLs equally often, retries included, by the site's own log"
                  .formatted(proof.requests());
          case ENGINES -> "%d in each, by what the engines say".formatted(proof.requests());
        });
  }

  private String politeness() {
    var setup = comparison.setup();
    return paragraph(
        "politeness",
        comparison.proof().witness() == Witness.ENGINES
            ? "not judged: the site is not ours"
            : "kept in each, by the site's own log: at most %d at a time to a host, %s ms apart,"
                    .formatted(setup.perHost(), Numbers.of(setup.delay().toNanos() / 1e6))
                + " robots.txt first, nothing again after its answer");
  }

  private String limits() {
    var text = new StringBuilder("\nWhat held it down\n");
    comparison
        .figures()
        .forEach(engine -> text.append(paragraph(engine.engine(), engine.limit().text())));
    comparison
        .headroom()
        .ifPresent(headroom ->
            text.append(
                paragraph(
                    "the site",
                    "alone it serves %s requests/s: %s times what the fastest engine asked for"
                        .formatted(
                            Numbers.of(headroom.requestsPerSecond()),
                            Numbers.of(headroom.times())))));
    return text.toString();
  }

  private String cautions() {
    var text = new StringBuilder();
    if (!comparison.cautions().isEmpty()) {
      text.append("\nWhat cannot be concluded\n");
      comparison.cautions().forEach(caution -> text.append(wrapped("  - ", "    ", caution)));
    }
    return text.toString();
  }

  private static String paragraph(String label, String text) {
    var first = "  " + label + " ".repeat(Math.max(1, LABEL - label.length()));
    return wrapped(first, " ".repeat(LABEL + 2), text);
  }

  /// Words in lines of at most the width; a longer word has a line of its own.
  private static String wrapped(String first, String others, String text) {
    var lines = new StringBuilder();
    var line = new StringBuilder(first);
    boolean empty = true;
    for (var word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        lines.append(line).append('\n');
        line = new StringBuilder(others);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    return lines.append(line.toString().stripTrailing()).append('\n').toString();
  }
}
