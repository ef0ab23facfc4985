package dev.crawler.core.handle;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The encoding that a page is read with, and by which rule. *Immutable.*
///
/// @param encoding what to decode with
/// @param source the rule that gave it
/// @param start index of the first byte of text, past a byte order mark
record EncodingChoice(Encoding encoding, Source source, int start) {
  /// The rules, the strongest first.
  enum Source {
    BOM,
    HEADER,
    META,
    DEFAULT;

    private final String label = name().toLowerCase(Locale.ROOT);

    /// The word in a record's `charset_source`.
    String label() {
      return label;
    }
  }

  /// Decides by byte order mark, header, prescan and the given default, in that order. A label that
  /// is not known falls to the next rule.
  static EncodingChoice of(byte[] body, int length, MediaType type) {
    var mark = byMark(body, length);
    if (mark != null) {
      return mark;
    }
    var label = type.charset();
    var header = label == null ? null : Encodings.forLabel(label).orElse(null);
    if (header != null) {
      return new EncodingChoice(header, Source.HEADER, 0);
    }
    return MetaPrescan.encoding(body, 0, length)
        .map(found -> new EncodingChoice(found, Source.META, 0))
        .orElseGet(() -> new EncodingChoice(fallback(type), Source.DEFAULT, 0));
  }

  /// Whether a meta element that the parser meets may still change it (HTML Standard, "change the
  /// encoding").
  boolean isTentative() {
    return source == Source.META || source == Source.DEFAULT;
  }

  /// The choice when the parser has met a meta element that names that encoding.
  EncodingChoice changedTo(Encoding found) {
    return new EncodingChoice(found, Source.META, start);
  }

  String decode(byte[] body, int length) {
    return encoding.decode(body, start, length);
  }

  /// XML's own default is UTF-8.
  private static Encoding fallback(MediaType type) {
    return type.isXhtml() ? Encodings.UTF_8_ENCODING : Encodings.WINDOWS_1252;
  }

  private static @Nullable EncodingChoice byMark(byte[] body, int length) {
    if (length >= 3 && at(body, 0) == 0xEF && at(body, 1) == 0xBB && at(body, 2) == 0xBF) {
      return new EncodingChoice(Encodings.UTF_8_ENCODING, Source.BOM, 3);
    }
    if (length >= 2 && at(body, 0) == 0xFE && at(body, 1) == 0xFF) {
      return new EncodingChoice(Encodings.UTF_16BE, Source.BOM, 2);
    }
    if (length >= 2 && at(body, 0) == 0xFF && at(body, 1) == 0xFE) {
      return new EncodingChoice(Encodings.UTF_16LE, Source.BOM, 2);
    }
    return null;
  }

  private static int at(byte[] body, int index) {
    return body[index] & 0xFF;
  }
}
