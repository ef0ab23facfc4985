package dev.crawler.tck.site;

import org.jspecify.annotations.Nullable;

/// A reference in the markup of a page. *Immutable.*
///
/// @param element how it stands there
/// @param href its text, before HTML escaping
/// @param key of the URL that it names, or null for one that is no link
record Hyperlink(Element element, String href, @Nullable String key) {
  /// How a reference stands in the markup.
  enum Element {
    REFRESH("<meta http-equiv=refresh content=\"30; url=%s\">", true, Reading.FOLLOWED),
    NEXT("<link rel=next href=\"%s\">", true, Reading.FOLLOWED),
    ALTERNATE("<link rel='alternate' hreflang=de href='%s'>", true, Reading.FOLLOWED),
    STYLE("<link rel=stylesheet href=\"%s\">", true, Reading.IGNORED),
    ANCHOR("<a href=\"%s\">link</a>", false, Reading.FOLLOWED),
    SHOUTED("<A CLASS=x HREF='%s'>link</A>", false, Reading.FOLLOWED),
    AREA("<map name=m><area href=\"%s\" alt=m></map>", false, Reading.FOLLOWED),
    FRAME("<iframe src=\"%s\"></iframe>", false, Reading.FOLLOWED),
    NOFOLLOW("<a rel=\"external NoFollow\" href=\"%s\">link</a>", false, Reading.LISTED),
    TEMPLATE("<template><p><a href=\"%s\">link</a></p></template>", false, Reading.IGNORED),
    COMMENT("<!-- <a href=\"%s\">link</a> -->", false, Reading.IGNORED),
    SCRIPT("<script>var s = '<a href=\"%s\">link</a>';</script>", false, Reading.IGNORED),
    IMAGE("<img src=\"%s\" alt=i>", false, Reading.IGNORED);

    private final String markup;
    private final boolean inHead;
    private final Reading reading;

    Element(String markup, boolean inHead, Reading reading) {
      this.markup = markup;
      this.inHead = inHead;
      this.reading = reading;
    }

    boolean isInHead() {
      return inHead;
    }
  }

  /// What a crawler makes of a reference.
  enum Reading {
    FOLLOWED,
    LISTED,
    IGNORED
  }

  boolean isFollowed() {
    return key != null && element.reading == Reading.FOLLOWED;
  }

  boolean isListed() {
    return key != null && element.reading != Reading.IGNORED;
  }

  /// HTML for it.
  String markup() {
    var text = href.replace("&", "&amp;").replace("\"", "&quot;").replace("'", "&#39;");
    return element.markup.formatted(text);
  }
}
