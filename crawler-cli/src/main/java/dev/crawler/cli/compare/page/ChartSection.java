package dev.crawler.cli.compare.page;

import dev.crawler.cli.compare.result.Comparison;
import java.util.Locale;
import java.util.stream.Collectors;

/// A place for each chart, with the table behind it: whoever sees no chart reads that.
final class ChartSection {
  private ChartSection() {}

  static void write(Html html, Comparison comparison, EngineColours colours) {
    var table = new FigureTable(comparison.figures(), colours);
    html.open("section", "id", "charts").element("h2", "In pictures");
    html.open("ul", "id", "engines", "class", "legend", "aria-label", "Colours of the engines");
    for (var engine : comparison.figures()) {
      html.element("li", engine.engine(), "class", "engine " + colours.of(engine.engine()));
    }
    html.close("ul").open("div", "class", "grid");
    for (var chart : Chart.values()) {
      if (chart.isDrawable(comparison.figures())) {
        write(html, chart, table);
      }
    }
    html.close("div").close("section");
  }

  private static void write(Html html, Chart chart, FigureTable table) {
    var id = chart.name().toLowerCase(Locale.ROOT);
    html.open("figure", "id", id);
    html.open("figcaption").element("h3", chart.title()).element("p", chart.caption());
    html.close("figcaption");
    html.open("div", "class", "canvas", "data-chart", chart.kind(), "data-unit", unit(chart));
    html.open("canvas", "role", "img", "aria-label", chart.title() + ": chart; numbers below");
    html.close("canvas").close("div");
    html.open("script", "type", "application/json", "class", "quantities")
        .raw(quantities(chart))
        .close("script");
    html.open("details").element("summary", "Numbers");
    table.writeEngines(html, chart.title(), chart.quantities());
    html.close("details").close("figure");
  }

  private static String unit(Chart chart) {
    return Unit.of(chart.quantities().getFirst()).label();
  }

  /// Names for JSON and for people, which are ours and need no escapes.
  private static String quantities(Chart chart) {
    return chart.quantities().stream()
        .map(one -> "[\"" + one.label() + "\", \"" + QuantityName.of(one) + "\"]")
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
