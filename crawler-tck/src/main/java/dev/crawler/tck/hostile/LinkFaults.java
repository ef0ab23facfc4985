package dev.crawler.tck.hostile;

import static dev.crawler.tck.hostile.Fault.Retries.NONE;
import static dev.crawler.tck.hostile.Fault.Verdict.OK;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Links in every spelling: what is recorded of them is what a browser would make of them.
final class LinkFaults {
  private static final String HERE = "http://127.0.0.1:{port}";

  private LinkFaults() {}

  static List<Fault> all() {
    return List.of(
        links("C10a", "a base that is a script", "<base href='javascript:x'><a href=y>", "/y"),
        links(
            "C10b",
            "a base on another host",
            "<base href=//h.example/d/><a href=y>",
            "http://h.example/d/y"),
        links("C10c", "two bases, after a link", "<a href=y><base href=d/><base href=e/>", "/d/y"),
        links(
            "C11a",
            "links that are none",
            anchors(
                "javascript:x",
                "about:blank",
                "blob:x",
                "data:,x",
                "mailto:a@b",
                "tel:1",
                "http://%zz/",
                "http://")),
        links(
            "C11b",
            "links that only look odd",
            anchors(
                "HTTP://H.Example/A",
                "//h.example",
                "?q",
                "#f",
                "",
                " /sp ace ",
                "/t\ta\nb",
                "\\b\\c"),
            "http://h.example/A",
            "http://h.example/",
            "/?q",
            "/",
            "/sp%20ace",
            "/tab",
            "/b/c"),
        links(
            "C12",
            "hosts in other scripts",
            anchors(
                "http://b\u00fccher.example/",
                "http://fa\u00df.example/",
                "http://\u0430pple.example/",
                "http://xn--/",
                "http://a_b.example/",
                "http://ex.example./",
                "http://a\u3002b.example/"),
            "http://xn--bcher-kva.example/",
            "http://xn--fa-hia.example/",
            "http://xn--pple-43d.example/",
            "http://xn--/",
            "http://a_b.example/",
            "http://ex.example./",
            "http://a.b.example/"),
        links(
            "C13",
            "addresses in other spellings",
            anchors(
                "http://0x7f.1/",
                "http://2130706433/",
                "http://0177.1/",
                "http://127.1/",
                "http://\uff11\uff12\uff17.0.0.1/",
                "http://127.0.0.1./",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[fe80::1%25eth0]/",
                "http://256.1.1.1/"),
            "http://127.0.0.1/",
            "http://[::1]/",
            "http://[::ffff:7f00:1]/"),
        links(
            "C14", "passwords in links", anchors("http://us:pass@h.example/"), "http://h.example/"),
        links(
            "C15",
            "ports",
            anchors(
                "http://h.example:0/",
                "http://h.example:65536/",
                "http://h.example:80/",
                "http://h.example:/",
                "https://h.example:443/",
                "http://h.example:x/"),
            "http://h.example:0/",
            "http://h.example/",
            "https://h.example/"),
        links(
            "C16",
            "escapes",
            anchors("/a%2fb", "/a%2Fb", "/a/b", "/%zz", "/%00", "/%2561", "/a+b", "/a b"),
            "/a%2fb",
            "/a%2Fb",
            "/a/b",
            "/%zz",
            "/%00",
            "/%2561",
            "/a+b",
            "/a%20b"),
        links(
            "C17a",
            "paths that mean the same and do not",
            anchors(
                "/a/../b",
                "/./b",
                "/%2e%2e/b",
                "//h.example//b",
                "/b//",
                "/b;jsessionid=1",
                "/b?PHPSESSID=1",
                "/b?utm_source=x"),
            "/b",
            "http://h.example//b",
            "/b//",
            "/b;jsessionid=1",
            "/b?PHPSESSID=1",
            "/b?utm_source=x"),
        links(
            "C25",
            "characters that are none",
            anchors("/a&#0;b", "/a&#x110000;b", "/&lt;c&gt;"),
            "/a%EF%BF%BDb",
            "/%3Cc%3E"));
  }

  private static Fault links(String id, String title, String page, String... expected) {
    var body = page.getBytes(StandardCharsets.UTF_8);
    Fault.Script script =
        exchange -> exchange.reply("200 OK\r\nContent-Type: text/html; charset=utf-8", body);
    return Fault.of(id, title, script, NONE, OK)
        .linking(
            List.of(expected).stream()
                .map(link -> link.startsWith("/") ? HERE + link : link)
                .toArray(String[]::new));
  }

  private static String anchors(String... hrefs) {
    var page = new StringBuilder();
    for (var href : hrefs) {
      page.append("<a href=\"").append(href).append("\">x</a>");
    }
    return page.toString();
  }
}
