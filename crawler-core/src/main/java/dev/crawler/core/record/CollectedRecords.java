package dev.crawler.core.record;

import java.util.ArrayList;
import java.util.List;

/// Keeps the records in memory, for tests and for users of the library with few pages.
/// *Thread-safe.*
public final class CollectedRecords implements Sink {
  private final List<PageRecord> pages = new ArrayList<>();

  @Override
  public synchronized void write(PageRecord page) {
    pages.add(page);
  }

  /// The records so far, in the order they came.
  public synchronized List<PageRecord> records() {
    return List.copyOf(pages);
  }

  /// Their lines, sorted: equal for two crawls that found the same, whatever the order.
  public List<String> sortedLines(RecordFields fields) {
    var json = RecordFormat.jsonLines(fields);
    var line = new RecordLine();
    var lines = new ArrayList<String>();
    for (var page : records()) {
      line.set(page, json);
      lines.add(line.toString());
    }
    lines.sort(null);
    return List.copyOf(lines);
  }
}
