package dev.crawler.cli.compare.result;

import java.util.Locale;

/// What is measured of a crawl. The name in lower case is its name in JSON, and ends in its unit
/// unless it is a number of things.
public enum Quantity {
  /// Records that came of an answer or of the lack of one.
  PAGES,
  /// Fetches, robots.txt and retries included.
  REQUESTS,
  RETRIES,
  /// From the prompt to the last record.
  WALL_MS,
  /// From the prompt to the first fetch.
  START_MS,
  /// From the first fetch to the last record.
  CRAWL_MS,
  /// Pages in a second of the crawl.
  PAGES_PER_SECOND,
  /// Of all processes of the engine, from the prompt to the end.
  CPU_MS,
  /// The same without what the JVM took until it could begin.
  CRAWL_CPU_MS,
  /// Of the crawl, by pages.
  CPU_MS_PER_PAGE,
  /// Processor time in a second, from when the engine was started: 2 are two cores at work.
  CPU_CORES,
  /// The same of the site, where it is ours, from the first fetch on.
  SITE_CPU_CORES,
  /// One fetch: the last attempt, from the look-up of the name to the last byte.
  FETCH_P50_MS,
  FETCH_P99_MS,
  FETCH_P999_MS,
  FETCH_MAX_MS,
  FETCH_MEAN_MS,
  /// One page: from the start of its last fetch until its record is written.
  PAGE_P50_MS,
  PAGE_P99_MS,
  PAGE_P999_MS,
  PAGE_MAX_MS,
  /// At the embedded site, where a host has one request at a time: from the end of one to the start
  /// of the next.
  GAP_MIN_MS,
  GAP_P50_MS,
  GAP_P99_MS,
  GAP_MAX_MS,
  /// Greatest resident set, of all processes of the engine added up.
  PEAK_RESIDENT_BYTES,
  /// Most of the heap in use, garbage included; the first process alone.
  PEAK_HEAP_BYTES,
  /// The most that a collection left; the first process alone.
  LIVE_HEAP_BYTES,
  /// After a full collection while as many were in flight as a census waits for, where one was
  /// asked for; the first process alone.
  CENSUS_HEAP_BYTES,
  /// Of it what arrays of bytes take: buffers and the characters of texts.
  CENSUS_BYTE_ARRAYS_BYTES,
  CENSUS_RESIDENT_BYTES,
  ALLOCATED_BYTES_PER_PAGE,
  GC_MS,
  /// Most threads of the system at once, in all processes; those of the JVM itself are among them.
  THREADS,
  PROCESSES,
  /// A thread waited for something, by pages; all processes of the engine.
  VOLUNTARY_SWITCHES_PER_PAGE,
  /// A thread was taken from its core.
  INVOLUNTARY_SWITCHES_PER_PAGE,
  /// How late the event loop came, where there is one.
  LOOP_LAG_P50_MS,
  LOOP_LAG_P99_MS,
  LOOP_LAG_MAX_MS,
  /// Fetches under way, averaged over the crawl's samples.
  IN_FLIGHT,
  PEAK_IN_FLIGHT,
  /// How much of the time each limit held the crawl down; together 1.
  LIMITED_BY_NOTHING,
  LIMITED_BY_CONCURRENCY,
  LIMITED_BY_DELAY,
  LIMITED_BY_HOST,
  LIMITED_BY_LEVEL,
  LIMITED_BY_TAIL;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// The name in JSON.
  public String label() {
    return label;
  }
}
