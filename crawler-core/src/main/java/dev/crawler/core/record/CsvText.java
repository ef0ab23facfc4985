package dev.crawler.core.record;

import java.io.IOException;
import java.io.Writer;

/// A foreign text as one cell of a CSV file.
///
/// - A text that a spreadsheet would take for a formula begins with an apostrophe: it is shown, and
///   not run (OWASP, CSV Injection).
/// - Line breaks become a lone LF, so that CR LF ends a record and nothing else.
/// - Other control characters but tabs, and those that reorder a line, become U+FFFD: CSV has no
///   escapes, and a terminal would obey them.
/// - Quotes stand around what is empty, has a separator, a quote, a tab or a line break, or begins
///   or ends with a space (RFC 4180 section 2).
///
/// *No state.*
final class CsvText {
  /// The last four are the full-width forms, which some spreadsheets take for the first four.
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final String QUOTED = ",;\"\t\n";
  private static final char REPLACEMENT = '\uFFFD';

  private CsvText() {}

  /// Writes the text as a cell.
  static void write(String text, Writer out) throws IOException {
    var safe = safe(text);
    out.write(needsQuotes(safe) ? '"' + safe.replace("\"", "\"\"") + '"' : safe);
  }

  private static String safe(String text) {
    var plain = text.chars().anyMatch(CsvText::isHarmful) ? replaced(text) : text;
    return isFormula(plain) ? "'" + plain : plain;
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
  }

  /// Controls, marks of direction and separators of lines; tab and LF are neither.
  private static boolean isHarmful(int c) {
    return Character.isISOControl(c) && c != '\t' && c != '\n'
        || c == '\u061C'
        || c >= '\u200E' && c <= '\u200F'
        || c >= '\u2028' && c <= '\u202E'
        || c >= '\u2066' && c <= '\u2069';
  }

  private static String replaced(String text) {
    var lines = text.replace("\r\n", "\n").replace('\r', '\n');
    var safe = new StringBuilder(lines.length());
    lines.chars().forEach(c -> safe.append(isHarmful(c) ? REPLACEMENT : (char) c));
    return safe.toString();
  }

  private static boolean needsQuotes(String text) {
    return text.isEmpty()
        || text.startsWith(" ")
        || text.endsWith(" ")
        || text.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0);
  }
}
