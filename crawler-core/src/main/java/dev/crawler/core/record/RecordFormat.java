package dev.crawler.core.record;

import java.io.IOException;
import java.io.Writer;

/// How a record is written as text, with the fields that were chosen. *Thread-safe.*
public sealed interface RecordFormat permits RecordJson, RecordCsv {
  /// One JSON object a line.
  static RecordFormat jsonLines(RecordFields fields) {
    return new RecordJson(fields);
  }

  /// Comma-separated values after RFC 4180, below a line of field names.
  static RecordFormat csv(RecordFields fields) {
    return new RecordCsv(fields);
  }

  /// Writes the record without a line end. Texts go out as they are, half surrogate pairs included:
  /// the writer that encodes them has to put U+FFFD there.
  void write(PageRecord page, Writer out) throws IOException;

  /// What ends a record, and stands nowhere within one: where a file broke off is found by it.
  String lineEnd();

  /// What stands before all records, with its line end, or nothing.
  default String header() {
    return "";
  }
}
