package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/// Finds the encoding that an XML declaration names (HTML Standard, "get an XML encoding"). *No
/// state.*
final class XmlDeclaration {
  private static final String ENCODING = "encoding";

  private XmlDeclaration() {}

  /// The encoding in `<?xml ... encoding="x" ...>` at the start of these bytes.
  static Optional<Encoding> encoding(byte[] bytes, int from, int to) {
    var text = new String(bytes, from, to - from, ISO_8859_1);
    int end = text.indexOf('>');
    int found = text.indexOf(ENCODING);
    if (!text.startsWith("<?xml") || end < 0 || found < 0 || found > end) {
      return Optional.empty();
    }
    int equals = skipControls(text, found + ENCODING.length());
    if (equals == end || text.charAt(equals) != '=') {
      return Optional.empty();
    }
    int quote = skipControls(text, equals + 1);
    if (quote == end || text.charAt(quote) != '"' && text.charAt(quote) != '\'') {
      return Optional.empty();
    }
    int close = text.indexOf(text.charAt(quote), quote + 1);
    if (close < 0 || close > end) {
      return Optional.empty();
    }
    var label = text.substring(quote + 1, close);
    return label.chars().anyMatch(c -> c <= ' ')
        ? Optional.empty()
        : Encodings.forLabelInPage(label);
  }

  private static int skipControls(String text, int from) {
    int i = from;
    while (text.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }
}
