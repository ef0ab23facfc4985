package dev.crawler.cli.compare.page;

import dev.crawler.cli.compare.json.ComparisonJson;
import dev.crawler.cli.compare.result.Comparison;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// A comparison as one HTML file: proof, verdict, charts, numbers, setup, and the JSON of it all.
/// Nothing is loaded from anywhere, and nothing but the scripts that are in it can run.
public final class ComparisonPage {
  private static final List<String> SCRIPTS =
      List.of("format.js", "look.js", "spread.js", "bars.js", "lines.js", "page.js");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  private ComparisonPage() {}

  /// The page.
  public static String of(Comparison comparison) {
    var colours = EngineColours.of(comparison.setup().engines());
    var style = PageResources.style();
    var library = PageResources.chartLibrary();
    var script = PageResources.script(SCRIPTS);
    var html = new Html().raw("<!doctype html>\n").open("html", "lang", "en").open("head");
    head(html, ContentPolicy.of(style, library, script));
    html.open("style").raw(style).close("style").close("head").open("body").open("main");
    header(html, comparison);
    ProofSection.write(html, comparison);
    VerdictSection.write(html, comparison, colours);
    if (comparison.proof().holds()) {
      ChartSection.write(html, comparison, colours);
      html.open("section", "id", "numbers").element("h2", "All numbers");
      new FigureTable(comparison.figures(), colours).writeAll(html);
      html.close("section");
    }
    EndSection.write(html, comparison);
    footer(html);
    html.close("main");
    html.open("script", "type", "application/json", "id", "comparison")
        .raw(embedded(comparison))
        .close("script");
    html.open("script").raw(library).close("script");
    html.open("script").raw(script).close("script");
    return html.close("body").close("html").toString();
  }

  private static void head(Html html, String policy) {
    html.open("meta", "charset", "utf-8");
    html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy);
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "light dark");
    html.open("meta", "name", "referrer", "content", "no-referrer");
    html.open("link", "rel", "icon", "href", "data:,");
    html.element("title", "crawler compare");
  }

  private static void header(Html html, Comparison comparison) {
    var setup = comparison.setup();
    html.open("header")
        .element("p", "crawler compare", "class", "brand")
        .element("h1", ProofSection.counted(setup.engines().size(), "engine") + ", one crawl")
        .element(
            "p",
            "%s. %s, begun on %s."
                .formatted(
                    capital(EndSection.target(setup.target())),
                    ProofSection.counted(setup.rounds(), "round"),
                    MINUTE.format(comparison.startedAt().atOffset(ZoneOffset.UTC))),
            "class",
            "lede")
        .close("header");
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static void footer(Html html) {
    html.open("footer")
        .open("p")
        .open("button", "type", "button", "id", "download", "hidden", "")
        .text("Download the raw data (JSON)")
        .close("button")
        .close("p")
        .element(
            "p",
            "This file is whole: it holds the raw data, loads nothing and sends nothing. The charts"
                + " are drawn by Chart.js (MIT).")
        .close("footer");
  }

  /// JSON that cannot end the element it stands in: a less-than sign may be written as an escape.
  private static String embedded(Comparison comparison) {
    return ComparisonJson.of(comparison).replace("<", "\\u003c");
  }
}
