package dev.crawler.core.handle;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads the XML of a sitemap as a stream, by local names, since many leave out the namespace. A
/// document type is passed over, no entity but the five of XML is known, and nothing outside the
/// document is ever read: no foreign file, no expansion. *Confined to one thread.*
final class SitemapXml {
  private static final int DEEPEST = 32;
  private static final int LONGEST = 8 << 10;
  private static final XMLInputFactory XML = factory();

  /// What a document lists, told by its root.
  private enum Kind {
    PAGES("url", "loc"),
    SITEMAPS("sitemap", "loc"),
    RSS("item", "link"),
    ATOM("entry", "link");

    private final String entry;
    private final String location;

    Kind(String entry, String location) {
      this.entry = entry;
      this.location = location;
    }
  }

  private final SitemapReader reader;
  private final String[] path = new String[DEEPEST];
  private int depth;

  SitemapXml(SitemapReader reader) {
    this.reader = reader;
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setXMLResolver((_, _, _, _) -> {
      throw new XMLStreamException("nothing outside a sitemap is read");
    });
    return factory;
  }

  /// Reads on until the end, a flaw, or the most entries; false when it is no sitemap.
  boolean read(byte[] bytes, int start, int length) {
    boolean known = false;
    try {
      var xml = XML.createXMLStreamReader(new ByteArrayInputStream(bytes, start, length - start));
      while (xml.hasNext() && xml.next() != XMLStreamConstants.START_ELEMENT) {
        depth = 0; // before the root
      }
      var kind = xml.isStartElement() ? kind(xml.getLocalName()) : null;
      known = kind != null;
      if (kind != null) {
        readEntries(xml, kind);
      }
    } catch (XMLStreamException
        | RuntimeException _) { // the JDK's parser throws either at nonsense
      reader.cut();
    }
    return known;
  }

  private static @Nullable Kind kind(String root) {
    return switch (root.toLowerCase(Locale.ROOT)) {
      case "urlset" -> Kind.PAGES;
      case "sitemapindex" -> Kind.SITEMAPS;
      case "rss", "rdf" -> Kind.RSS;
      case "feed" -> Kind.ATOM;
      default -> null;
    };
  }

  private void readEntries(XMLStreamReader xml, Kind kind) throws XMLStreamException {
    boolean room = true;
    while (room && xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          boolean location = isIn(kind.entry) && xml.getLocalName().equals(kind.location);
          room = location ? readLocation(xml, kind) : enter(xml.getLocalName());
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
  }

  private boolean isIn(String entry) {
    return depth > 0 && entry.equals(path[depth - 1]);
  }

  private boolean enter(String name) {
    if (depth == DEEPEST) {
      reader.cut();
      return false;
    }
    path[depth++] = name;
    return true;
  }

  /// Leaves the element behind.
  private boolean readLocation(XMLStreamReader xml, Kind kind) throws XMLStreamException {
    if (kind == Kind.ATOM) {
      var href = xml.getAttributeValue(null, "href");
      var relation = xml.getAttributeValue(null, "rel");
      boolean page = href != null && (relation == null || relation.equals("alternate"));
      return enter("link") && (!page || reader.addPage(href));
    }
    var text = text(xml);
    return kind == Kind.SITEMAPS ? reader.addSitemap(text) : reader.addPage(text);
  }

  private static String text(XMLStreamReader xml) throws XMLStreamException {
    var text = new StringBuilder();
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      switch (event) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (text.length() < LONGEST) {
            text.append(xml.getText());
          }
        }
        case XMLStreamConstants.START_ELEMENT ->
            throw new XMLStreamException("an element in a location");
        default -> {}
      }
    }
    return text.toString();
  }
}
