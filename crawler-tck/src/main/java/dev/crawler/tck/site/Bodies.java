package dev.crawler.tck.site;

import java.nio.charset.StandardCharsets;

/// The bytes of what stands at a place, before any `Content-Encoding`.
final class Bodies {
  static final String FILLER = "<p>Lorem ipsum dolor sit amet, consectetur elit.</p>\n";

  private Bodies() {}

  static byte[] of(Resource resource) {
    return switch (resource) {
      case Resource.Page page -> page.charset().encoded(html(page));
      case Resource.Document(_, _, var size) -> document(size);
      case Resource.Redirect redirect ->
          ascii("<a href=\"/never/from/a/redirect\">" + redirect.status() + "</a>");
      case Resource.Refusal(var status) ->
          ascii("<html><title>" + status + "</title><a href=\"/never/from/an/error\">x</a>");
    };
  }

  private static String html(Resource.Page page) {
    var html = new StringBuilder(1000);
    html.append("<!DOCTYPE html>\n<html lang=en>\n<head>").append(page.charset().metaElement());
    html.append("<title>").append(page.title()).append("</title>\n");
    if (page.follow() == Resource.Follow.NOT_BY_META) {
      html.append("<meta name=ROBOTS content=\"noarchive, NoFollow\">\n");
    }
    html.append(page.base());
    page.links().stream()
        .filter(link -> link.element().isInHead())
        .forEach(link -> html.append(link.markup()).append('\n'));
    html.append("</head>\n<body>\n");
    page.links().stream()
        .filter(link -> !link.element().isInHead())
        .forEach(link -> html.append("<p>").append(link.markup()).append("</p>\n"));
    html.repeat(FILLER, page.filler());
    return html.append("</body>\n</html>\n").toString();
  }

  private static byte[] document(int size) {
    var text = "<html><a href=\"/never/from/a/document\">http://127.0.0.1/never</a>\n";
    return ascii(text.repeat(size / text.length() + 1).substring(0, size));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
