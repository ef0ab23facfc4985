package dev.crawler.cli.terminal;

/// Foreign text made harmless for a terminal: control characters and those that reorder a line are
/// replaced, so that a page title cannot move the cursor or hide what follows (contract, semantics
/// section 8).
public final class Printable {
  private static final int LONGEST = 2_000;

  private Printable() {}

  /// The text on one line, cut at a length that a person would still read.
  public static String of(String text) {
    var line = new StringBuilder(text.length());
    text.codePoints()
        .limit(LONGEST)
        .forEach(c -> line.appendCodePoint(isHarmless(c) ? c : c == '\n' || c == '\t' ? ' ' : '?'));
    return line.toString();
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
