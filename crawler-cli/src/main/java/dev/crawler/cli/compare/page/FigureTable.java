package dev.crawler.cli.compare.page;

import dev.crawler.cli.compare.result.EngineFigures;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.cli.compare.result.Spread;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Tables of figures: behind each chart, at a glance, and all numbers. *Immutable.*
///
/// @param figures of each engine, fastest first
/// @param colours of the engines
record FigureTable(List<EngineFigures> figures, EngineColours colours) {
  private static final String NONE = "–";

  /// An engine a row, a quantity a column.
  void writeEngines(Html html, String caption, List<Quantity> quantities) {
    openRegion(html, caption);
    html.open("thead").open("tr").element("th", "engine", "scope", "col");
    quantities.forEach(one -> html.element("th", QuantityName.of(one), "scope", "col"));
    html.close("tr").close("thead").open("tbody");
    for (var engine : figures) {
      html.open("tr");
      engineName(html, engine.engine(), "row");
      quantities.forEach(quantity -> cell(html, engine, quantity));
      html.close("tr");
    }
    closeRegion(html);
  }

  /// A quantity a row, an engine a column: there are more quantities than fit beside each other.
  void writeAll(Html html) {
    openRegion(html, "All numbers: median, and from the least to the greatest of the rounds");
    html.open("thead").open("tr").element("th", "quantity", "scope", "col");
    figures.forEach(engine -> engineName(html, engine.engine(), "col"));
    html.close("tr").close("thead").open("tbody");
    for (var quantity : Quantity.values()) {
      if (figures.stream().anyMatch(engine -> engine.of(quantity).isPresent())) {
        html.open("tr").element("th", QuantityName.of(quantity), "scope", "row");
        figures.forEach(engine -> cell(html, engine, quantity));
        html.close("tr");
      }
    }
    closeRegion(html);
  }

  /// The order of the engines, with what limited each.
  void writeRanking(Html html) {
    openRegion(html, "Fastest first");
    html.open("thead").open("tr");
    for (var head : List.of("engine", "pages per second", "to best", "to serial", "CPU per page")) {
      html.element("th", head, "scope", "col");
    }
    html.element("th", "limit", "scope", "col", "class", "words");
    html.close("tr").close("thead").open("tbody");
    for (var engine : figures) {
      html.open("tr");
      engineName(html, engine.engine(), "row");
      cell(html, engine, Quantity.PAGES_PER_SECOND);
      html.element("td", Math.round(engine.toBest() * 100) + " %");
      html.element("td", times(engine.toSerial()));
      cell(html, engine, Quantity.CPU_MS_PER_PAGE);
      html.element("td", engine.limit().text(), "class", "words").close("tr");
    }
    closeRegion(html);
  }

  private static String times(OptionalDouble ratio) {
    return ratio.isPresent() ? String.format(Locale.ROOT, "%.2f×", ratio.getAsDouble()) : NONE;
  }

  private void engineName(Html html, String engine, String scope) {
    html.element("th", engine, "scope", scope, "class", "engine " + colours.of(engine));
  }

  private static void cell(Html html, EngineFigures engine, Quantity quantity) {
    html.open("td");
    var spread = engine.of(quantity);
    if (spread.isPresent()) {
      write(html, Unit.of(quantity), spread.get());
    } else {
      html.text(NONE);
    }
    html.close("td");
  }

  private static void write(Html html, Unit unit, Spread spread) {
    html.text(unit.text(spread.median()));
    if (spread.min() < spread.max()) {
      html.raw(" ").element("small", unit.range(spread.min(), spread.max()), "class", "spread");
    }
  }

  /// Wide tables scroll by themselves, with the keyboard too.
  private static void openRegion(Html html, String caption) {
    html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption)
        .open("table")
        .element("caption", caption);
  }

  private static void closeRegion(Html html) {
    html.close("tbody").close("table").close("div");
  }
}
