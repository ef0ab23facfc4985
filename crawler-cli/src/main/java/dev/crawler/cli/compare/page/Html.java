package dev.crawler.cli.compare.page;

/// HTML that grows at its end. What is given as text or as the value of an attribute is escaped: it
/// may be anybody's. *Confined to one thread.*
final class Html {
  private final StringBuilder out = new StringBuilder();

  /// Begins an element.
  ///
  /// @param attributes names and values by turns
  Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    return this;
  }

  Html close(String tag) {
    out.append("</").append(tag).append(">\n");
    return this;
  }

  /// Text, where elements may stand.
  Html text(String text) {
    escape(text);
    return this;
  }

  /// An element with nothing but text in it.
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /// Something of ours that is HTML, style or script already.
  Html raw(String html) {
    out.append(html);
    return this;
  }

  /// What was written so far.
  @Override
  public String toString() {
    return out.toString();
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\n', '\t' -> out.append(c);
        default -> out.append(Character.isISOControl(c) ? '\uFFFD' : c);
      }
    }
  }
}
