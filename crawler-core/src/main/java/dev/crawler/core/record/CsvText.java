package dev.crawler.core.record;

import java.io.IOException;
import java.io.Writer;

/// A foreign text as one cell of a CSV file.
///
/// - A text that a spreadsheet would take for a formula begins with an apostrophe: it is shown, and
///   not run (OWASP, CSV Injection).
/// - Quotes stand around what is empty, has a separator, a quote or a control character, or begins
///   or ends with a space (RFC 4180 section 2).
/// - Line breaks become a lone LF, so that CR LF ends a record and nothing else.
///
/// *No state.*
final class CsvText {
  /// The last four are the full-width forms, which some spreadsheets take for the first four.
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private CsvText() {}

  /// Writes the text as a cell.
  static void write(String text, Writer out) throws IOException {
    var safe = isFormula(text) ? "'" + text : text;
    out.write(needsQuotes(safe) ? quoted(safe) : safe);
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
  }

  private static boolean needsQuotes(String text) {
    if (text.isEmpty() || text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == ';' || c == '"' || Character.isISOControl(c)) {
        return true;
      }
    }
    return false;
  }

  private static String quoted(String text) {
    var lines = text.replace("\r\n", "\n").replace('\r', '\n');
    return '"' + lines.replace("\"", "\"\"") + '"';
  }
}
