package dev.crawler.cli.compare.report;

import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.EngineFigures;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.cli.terminal.Figures;
import java.util.List;
import java.util.Locale;

/// The figures in three tables, each as wide as a terminal and no wider. *Immutable.*
///
/// @param comparison whose proof holds
record FigureTables(Comparison comparison) {
  String text() {
    var rounds = comparison.setup().rounds();
    var title =
        rounds == 1
            ? "Figures of 1 round"
            : "Medians of %s (least-most)".formatted(Figures.count(rounds, "round"));
    return title + ", fastest first\n" + pace() + "\n" + fetches() + "\n" + cost();
  }

  private String pace() {
    var table = new Columns("engine", "pages/s", "x serial", "of best", "CPU ms/page", "start ms");
    for (var engine : comparison.figures()) {
      var serial = engine.toSerial();
      table.row(
          List.of(
              engine.engine(),
              Numbers.spread(engine.of(Quantity.PAGES_PER_SECOND)),
              serial.isPresent() ? format("%.2f", serial.getAsDouble()) : "-",
              format("%.0f %%", 100 * engine.toBest()),
              Numbers.spread(engine.of(Quantity.CPU_MS_PER_PAGE)),
              median(engine, Quantity.START_MS)));
    }
    return table.text();
  }

  private String fetches() {
    var table =
        new Columns(
            "one fetch, ms", "p50", "p99", "max", "in flight", "loop lag ms: p50", "p99", "max");
    for (var engine : comparison.figures()) {
      table.row(
          List.of(
              engine.engine(),
              median(engine, Quantity.FETCH_P50_MS),
              median(engine, Quantity.FETCH_P99_MS),
              median(engine, Quantity.FETCH_MAX_MS),
              median(engine, Quantity.IN_FLIGHT),
              median(engine, Quantity.LOOP_LAG_P50_MS),
              median(engine, Quantity.LOOP_LAG_P99_MS),
              median(engine, Quantity.LOOP_LAG_MAX_MS)));
    }
    return table.text();
  }

  private String cost() {
    var table =
        new Columns(
            "cost", "RSS MB", "heap MB", "threads", "processes", "waits/page", "preempted/page");
    for (var engine : comparison.figures()) {
      table.row(
          List.of(
              engine.engine(),
              Numbers.mebibytes(engine.of(Quantity.PEAK_RESIDENT_BYTES)),
              Numbers.mebibytes(engine.of(Quantity.PEAK_HEAP_BYTES)),
              whole(engine, Quantity.THREADS),
              whole(engine, Quantity.PROCESSES),
              median(engine, Quantity.VOLUNTARY_SWITCHES_PER_PAGE),
              median(engine, Quantity.INVOLUNTARY_SWITCHES_PER_PAGE)));
    }
    return table.text();
  }

  private static String median(EngineFigures engine, Quantity quantity) {
    return Numbers.median(engine.of(quantity));
  }

  private static String whole(EngineFigures engine, Quantity quantity) {
    return format("%.0f", engine.median(quantity));
  }

  private static String format(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
