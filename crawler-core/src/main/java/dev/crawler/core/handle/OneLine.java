package dev.crawler.core.handle;

/// Makes a message fit for the `error` of a record: one line, not endless. *No state.*
final class OneLine {
  private static final int LIMIT = 300;

  private OneLine() {}

  static String of(String message) {
    var line = new StringBuilder(message);
    for (int i = 0; i < line.length(); i++) {
      if (Ascii.isControl(line.charAt(i))) {
        line.setCharAt(i, ' ');
      }
    }
    return Ascii.collapsed(line.toString(), LIMIT);
  }
}
