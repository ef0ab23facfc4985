package dev.crawler.core.handle;

import java.util.List;

/// Looks at the first bytes of a body for what it is (MIME Sniffing Standard, section 7.1). *No
/// state.*
final class BodySniffer {
  private static final List<String> HTML =
      List.of(
          "<!doctype html",
          "<html",
          "<head",
          "<script",
          "<iframe",
          "<h1",
          "<div",
          "<font",
          "<table",
          "<a",
          "<style",
          "<title",
          "<b",
          "<body",
          "<br",
          "<p",
          "<!--");

  /// gzip, ZIP, PDF, PNG, GIF, JPEG, WebAssembly, zstd: what is served as HTML by mistake.
  private static final List<String> BINARY =
      List.of(
          "\u001F\u008B",
          "pk\u0003\u0004",
          "%pdf-",
          "\u0089png\r\n\u001A\n",
          "gif8",
          "\u00FF\u00D8\u00FF",
          "\0asm",
          "(\u00B5/\u00FD");

  private BodySniffer() {}

  /// Whether a body that says nothing of its type begins like HTML: whitespace, one of the known
  /// tags, and a byte that ends a tag's name. A UTF-8 byte order mark may come before.
  static boolean looksLikeHtml(byte[] body, int length) {
    int start = startsWith(body, 0, length, "\u00EF\u00BB\u00BF") ? 3 : 0;
    while (start < length && Ascii.isSpace(body[start])) {
      start++;
    }
    for (var tag : HTML) {
      int end = start + tag.length();
      if (end < length
          && (body[end] == ' ' || body[end] == '>')
          && startsWith(body, start, length, tag)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a body that says it is HTML cannot be: no parser should see it.
  static boolean isBinary(byte[] body, int length) {
    for (var magic : BINARY) {
      if (startsWith(body, 0, length, magic)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] body, int from, int length, String pattern) {
    if (length - from < pattern.length()) {
      return false;
    }
    for (int i = 0; i < pattern.length(); i++) {
      if (Ascii.lower(body[from + i] & 0xFF) != pattern.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
