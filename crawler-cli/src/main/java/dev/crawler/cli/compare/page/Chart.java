package dev.crawler.cli.compare.page;

import dev.crawler.cli.compare.result.EngineFigures;
import dev.crawler.cli.compare.result.Quantity;
import java.util.List;

/// The charts of the page, in their order. The script draws each by its kind.
enum Chart {
  SPEED(
      "bars",
      "Pages per second",
      "More is better. The bar is the median, the line goes from the worst round to the best, each"
          + " dot is a round.",
      Quantity.PAGES_PER_SECOND),
  PROCESSOR(
      "bars",
      "Processor time per page",
      "Less is better. All processes of the engine, without what the JVM takes to begin.",
      Quantity.CPU_MS_PER_PAGE),
  TO_SERIAL(
      "ratio_serial",
      "Times as fast as serial",
      "Median pages per second by those of one blocking request after the other.",
      Quantity.PAGES_PER_SECOND),
  TO_BEST(
      "ratio_best",
      "Part of the best",
      "Median pages per second by those of the fastest.",
      Quantity.PAGES_PER_SECOND),
  WAY(
      "way",
      "The way there",
      "Pages done over time, and how long that took. Thick is the middle round of each engine, thin"
          + " are the others; who takes very much longer leaves the picture.",
      Quantity.CRAWL_MS,
      Quantity.PAGES),
  FETCH_TIMES(
      "percentiles",
      "Time per fetch",
      "So many percent of the fetches took no longer, in the middle round. Each step to the right"
          + " is ten times as rare.",
      Quantity.FETCH_P50_MS,
      Quantity.FETCH_P99_MS,
      Quantity.FETCH_P999_MS,
      Quantity.FETCH_MAX_MS),
  LIMITS(
      "shares",
      "What held it down",
      "How much of the time each limit was the one that counted.",
      Quantity.LIMITED_BY_NOTHING,
      Quantity.LIMITED_BY_CONCURRENCY,
      Quantity.LIMITED_BY_DELAY,
      Quantity.LIMITED_BY_HOST,
      Quantity.LIMITED_BY_LEVEL,
      Quantity.LIMITED_BY_TAIL),
  THREADS(
      "bars",
      "Threads",
      "Of the system, most at once, in all processes; those of the JVM itself are among them.",
      Quantity.THREADS),
  MEMORY(
      "bars",
      "Memory",
      "The resident set of all processes at its greatest; of the first process, the heap with"
          + " garbage and what a collection left of it.",
      Quantity.PEAK_RESIDENT_BYTES,
      Quantity.PEAK_HEAP_BYTES,
      Quantity.LIVE_HEAP_BYTES),
  SWITCHES(
      "bars",
      "Context switches per page",
      "Voluntary: a thread waited. Involuntary: it was taken from its core.",
      Quantity.VOLUNTARY_SWITCHES_PER_PAGE,
      Quantity.INVOLUNTARY_SWITCHES_PER_PAGE),
  LAG(
      "bars",
      "Event-loop lag",
      "How late the event loop came, in engines that have one.",
      Quantity.LOOP_LAG_P50_MS,
      Quantity.LOOP_LAG_P99_MS,
      Quantity.LOOP_LAG_MAX_MS);

  private final String kind;
  private final String title;
  private final String caption;

  @SuppressWarnings("ImmutableEnumChecker") // it is one of List.of
  private final List<Quantity> quantities;

  Chart(String kind, String title, String caption, Quantity... quantities) {
    this.kind = kind;
    this.title = title;
    this.caption = caption;
    this.quantities = List.of(quantities);
  }

  String kind() {
    return kind;
  }

  String title() {
    return title;
  }

  String caption() {
    return caption;
  }

  List<Quantity> quantities() {
    return quantities;
  }

  /// Whether these engines have something to draw.
  boolean isDrawable(List<EngineFigures> figures) {
    return figures.stream()
        .anyMatch(one ->
            quantities.stream().anyMatch(quantity -> one.of(quantity).isPresent())
                && (this != TO_SERIAL || one.toSerial().isPresent()));
  }
}
