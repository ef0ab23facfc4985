package dev.crawler.core.handle;

import java.util.HashSet;
import java.util.Optional;

/// Finds the encoding that the first bytes of a page name (HTML Standard, "prescan a byte stream to
/// determine its encoding"). It sees meta elements where a parser would not, in a script say: the
/// standard wants it so. *Confined to one thread.*
final class MetaPrescan {
  private static final int LIMIT = 1024;

  private final PrescanBytes bytes;

  private MetaPrescan(PrescanBytes bytes) {
    this.bytes = bytes;
  }

  /// The encoding, if the first 1024 bytes name one that is known.
  static Optional<Encoding> encoding(byte[] body, int from, int to) {
    var bytes = new PrescanBytes(body, from, Math.min(to, from + LIMIT));
    var found = bytes.utf16OfXmlDeclaration().or(() -> new MetaPrescan(bytes).scan());
    return found.or(() -> XmlDeclaration.encoding(body, from, Math.min(to, from + LIMIT)));
  }

  private Optional<Encoding> scan() {
    while (!bytes.atEnd()) {
      if (bytes.lookingAt("<!--")) {
        bytes.skipComment();
      } else if (bytes.lookingAtMeta()) {
        bytes.advance("<meta".length());
        var found = readMeta();
        if (found.isPresent()) {
          return found;
        }
      } else if (bytes.lookingAtTag()) {
        bytes.skipTagName();
        skipAttributes();
      } else if (bytes.lookingAt("<!") || bytes.lookingAt("</") || bytes.lookingAt("<?")) {
        bytes.skipTo('>');
      }
      bytes.advance(1);
    }
    return Optional.empty();
  }

  private void skipAttributes() {
    boolean more = true;
    while (more) {
      more = bytes.nextAttribute();
    }
  }

  /// Each name counts once, the first time. A tag that the bytes end within says nothing.
  private Optional<Encoding> readMeta() {
    var seen = new HashSet<String>();
    boolean gotPragma = false;
    boolean needPragma = false;
    boolean charsetSeen = false;
    Optional<Encoding> charset = Optional.empty();
    while (bytes.nextAttribute()) {
      if (!seen.add(bytes.name())) {
        continue;
      }
      switch (bytes.name()) {
        case "http-equiv" -> gotPragma = bytes.value().equals("content-type");
        case "content" -> {
          if (!charsetSeen && charset.isEmpty()) {
            charset = MetaContent.encoding(bytes.value());
            needPragma = charset.isPresent();
          }
        }
        case "charset" -> {
          charset = Encodings.forLabelInPage(bytes.value());
          charsetSeen = true;
          needPragma = false;
        }
        default -> {}
      }
    }
    return bytes.atEnd() || needPragma && !gotPragma ? Optional.empty() : charset;
  }
}
