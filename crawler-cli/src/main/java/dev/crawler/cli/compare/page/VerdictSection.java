package dev.crawler.cli.compare.page;

import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.Quantity;

/// Who is ahead: in speed as the verdict says, in other things by the same rule of the spread.
final class VerdictSection {
  private VerdictSection() {}

  static void write(Html html, Comparison comparison, EngineColours colours) {
    var verdict = Verdict.of(comparison);
    var text = VerdictText.of(verdict);
    var colour = verdict instanceof Verdict.Winner winner ? colours.of(winner.engine()) : "none";
    html.open("section", "id", "verdict", "class", "verdict " + colour);
    html.element("h2", text.headline()).element("p", text.reason());
    if (comparison.proof().holds()) {
      html.open("ul", "class", "leads");
      lead(html, "Least processor time per page", Quantity.CPU_MS_PER_PAGE, comparison);
      lead(html, "Least memory", Quantity.PEAK_RESIDENT_BYTES, comparison);
      lead(html, "Shortest of the longest 1 % of fetches", Quantity.FETCH_P99_MS, comparison);
      html.close("ul");
      new FigureTable(comparison.figures(), colours).writeRanking(html);
    }
    html.close("section");
  }

  private static void lead(Html html, String title, Quantity quantity, Comparison comparison) {
    if (comparison.setup().rounds() < 2 || comparison.figures().size() < 2) {
      return;
    }
    var lead = Lead.ofLeast(quantity, comparison.figures());
    lead.ifPresent(found ->
        html.open("li")
            .element("span", title, "class", "what")
            .element("strong", names(found))
            .element("span", amount(found), "class", "amount")
            .close("li"));
  }

  private static String names(Lead lead) {
    return lead.followers().isEmpty() ? "all equal" : VerdictText.listed(lead.names());
  }

  private static String amount(Lead lead) {
    var best = Unit.of(lead.quantity()).text(lead.first().median(lead.quantity()));
    return lead.isClear() ? best : best + ", equal within the spread";
  }
}
