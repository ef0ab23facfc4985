package dev.crawler.core.handle;

import java.util.Optional;

/// The bytes of a prescan and a place in them. Once they have run out, that stays so: [#atEnd()] is
/// what the standard calls aborting. *Confined to one thread.*
final class PrescanBytes {
  private static final int NONE = -1;

  private final byte[] bytes;
  private final int end;
  private int position;
  private String name = "";
  private String value = "";

  PrescanBytes(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.position = from;
    this.end = end;
  }

  boolean atEnd() {
    return position >= end;
  }

  void advance(int count) {
    position += count;
  }

  /// Name of the attribute read last, in lower case.
  String name() {
    return name;
  }

  /// Its value, in lower case.
  String value() {
    return value;
  }

  /// `<?x` in two bytes a character: an XML declaration in UTF-16.
  Optional<Encoding> utf16OfXmlDeclaration() {
    if (lookingAt("<\0?\0x\0")) {
      return Optional.of(Encodings.UTF_16LE);
    }
    return lookingAt("\0<\0?\0x") ? Optional.of(Encodings.UTF_16BE) : Optional.empty();
  }

  /// Whether these ASCII characters come next, in any case.
  boolean lookingAt(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Ascii.lower(at(position + i)) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  boolean lookingAtMeta() {
    int next = at(position + "<meta".length());
    return (Ascii.isSpace(next) || next == '/') && lookingAt("<meta");
  }

  boolean lookingAtTag() {
    if (at(position) != '<') {
      return false;
    }
    int next = at(position + 1);
    return Ascii.isLetter(next == '/' ? at(position + 2) : next);
  }

  /// Moves to the end of `-->`, whose hyphens may be those that opened the comment.
  void skipComment() {
    position += 2;
    while (!atEnd() && !lookingAt("-->")) {
      position++;
    }
    position += 2;
  }

  void skipTagName() {
    while (!atEnd() && !Ascii.isSpace(at(position)) && at(position) != '>') {
      position++;
    }
  }

  void skipTo(char wanted) {
    while (!atEnd() && at(position) != wanted) {
      position++;
    }
  }

  /// Reads the next attribute of a tag (HTML Standard, "get an attribute"); false at the tag's end,
  /// or when the bytes ran out.
  boolean nextAttribute() {
    while (Ascii.isSpace(at(position)) || at(position) == '/') {
      position++;
    }
    if (atEnd() || at(position) == '>') {
      return false;
    }
    readName();
    skipSpace();
    value = "";
    if (at(position) == '=') {
      position++;
      skipSpace();
      readValue();
    }
    return !atEnd();
  }

  private void readName() {
    int start = position;
    while (!atEnd() && !endsName(at(position), position == start)) {
      position++;
    }
    name = lower(start, position);
  }

  private static boolean endsName(int c, boolean first) {
    return Ascii.isSpace(c) || c == '/' || c == '>' || c == '=' && !first;
  }

  private void readValue() {
    int quote = at(position);
    int start = position;
    if (quote == '"' || quote == '\'') {
      position++;
      skipTo((char) quote);
      value = lower(start + 1, position);
      position++;
    } else {
      skipTagName();
      value = lower(start, position);
    }
  }

  private void skipSpace() {
    while (Ascii.isSpace(at(position))) {
      position++;
    }
  }

  private int at(int index) {
    return index < end ? bytes[index] & 0xFF : NONE;
  }

  private String lower(int from, int to) {
    var text = new StringBuilder();
    for (int i = from; i < Math.min(to, end); i++) {
      text.append((char) Ascii.lower(at(i)));
    }
    return text.toString();
  }
}
