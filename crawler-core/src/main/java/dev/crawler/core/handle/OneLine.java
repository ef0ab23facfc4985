package dev.crawler.core.handle;

/// Makes a message fit for the `error` of a record: one line, not endless. *No state.*
final class OneLine {
  private static final int LIMIT = 300;

  private OneLine() {}

  static String of(String message) {
    return Ascii.collapsed(message.replaceAll("\\p{Cntrl}", " "), LIMIT);
  }
}
