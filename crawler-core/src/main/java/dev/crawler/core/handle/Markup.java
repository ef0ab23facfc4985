package dev.crawler.core.handle;

/// The text of a page as far as it is read: each tag becomes an object or two of a tree, and a body
/// of ten megabytes may have three million of them, more than a small heap holds. *Immutable.*
///
/// @param text that is parsed
/// @param cut whether there is more
record Markup(String text, boolean cut) {
  /// Places where a tag, a comment or the like may begin that are read of one page.
  static final int MAX_TAGS = 1 << 20;

  /// What is read of a page of that text.
  static Markup of(String text) {
    int end = text.length() <= MAX_TAGS ? -1 : end(text);
    return end < 0 ? new Markup(text, false) : new Markup(text.substring(0, end), true);
  }

  /// Where the first tag too many begins, or -1.
  private static int end(String text) {
    int at = text.indexOf('<');
    for (int tags = 0; tags < MAX_TAGS && at >= 0; tags++) {
      at = text.indexOf('<', at + 1);
    }
    return at;
  }
}
