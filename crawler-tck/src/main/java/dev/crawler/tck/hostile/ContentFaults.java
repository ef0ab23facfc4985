package dev.crawler.tck.hostile;

import static dev.crawler.tck.hostile.Fault.Retries.NONE;
import static dev.crawler.tck.hostile.Fault.Verdict.CUT;
import static dev.crawler.tck.hostile.Fault.Verdict.OK;

import dev.crawler.tck.hostile.Fault.Script;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Pages that are hard to read: each must end as `ok`, in bounded time and memory.
final class ContentFaults {
  private static final String TYPE = "200 OK\r\nContent-Type: ";
  private static final String HTML = "text/html; charset=utf-8";

  private ContentFaults() {}

  static List<Fault> all() {
    return List.of(
        page("C1a", "unknown charset", "text/html; charset=klingon", () -> "<p>\u00e9"),
        page("C1b", "charsets that contradict", HTML, () -> "<meta charset=gb2312><p>\u00c3\u00a9"),
        page(
            "C2a",
            "UTF-16 without a mark",
            "text/html; charset=utf-16le",
            () -> latin("<p>x".getBytes(StandardCharsets.UTF_16LE))),
        page(
            "C2c",
            "UTF-16 with a mark",
            HTML,
            () -> latin("\uFEFF<p>x".getBytes(StandardCharsets.UTF_16BE))),
        page("C2b", "UTF-7", "text/html; charset=utf-7", () -> "+ADw-script+AD4-"),
        page("C3", "invalid UTF-8", HTML, () -> "<title>\u00ff\u00c3\u00ed\u00a0\u0080</title>"),
        page("C4", "a million nested elements", HTML, () -> "<div>".repeat(1_000_000)),
        page("C5a", "half a million links", HTML, () -> manyLinks(500_000)),
        Fault.of(
            "C5b",
            "a million links, more than a body may have",
            exchange -> exchange.reply(TYPE + HTML, manyLinks(1_000_000)),
            NONE,
            CUT),
        page(
            "C6a",
            "an attribute of nine megabytes",
            HTML,
            () -> "<a href='" + "x".repeat(9_000_000) + "'>x</a>"),
        page("C6b", "a million attributes", HTML, ContentFaults::manyAttributes),
        page("C7", "NULs", HTML, () -> "<a hr\u0000ef='/\u0000x'>\u0000</a>\u0000"),
        page(
            "C8a",
            "binary as HTML",
            "text/html",
            () -> latin(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1, 2, 3})),
        page("C8b", "HTML as plain text", "text/plain", () -> "<a href=/never>x</a>"),
        page("C8c", "a content type that is none", ";;;=/,", () -> "<a href=/never>x</a>"),
        Fault.of("C8d", "no content type", e -> e.reply("200 OK", "<p>x"), NONE, OK),
        page("C9a", "nothing at all", HTML, () -> ""),
        page("C9b", "a comment that never ends", HTML, () -> "<!-- <a href=/never>"),
        page("C9c", "a script that never ends", HTML, () -> "<script><a href=/never>"),
        page("C9d", "a title that never ends", HTML, () -> "<title><a href=/never>"),
        page("C9e", "a quote that never ends", HTML, () -> "<a href=\"/x><a href=/never>"),
        page("C24a", "a title with escapes", HTML, () -> "<title>\u001b[31m\u0007red\r\n</title>"),
        page(
            "C24b",
            "a title that a terminal obeys",
            "text/html; charset=iso-8859-15",
            () -> "<title>&#x202e;&#x2066;\u0085&#x9b;31m&#x2028;x</title>"),
        page("C24c", "a title of a megabyte", HTML, () -> "<title>" + "x".repeat(1 << 20)));
  }

  private static Fault page(String id, String title, String type, Supplier<String> body) {
    Script script = exchange -> exchange.reply(TYPE + type, body.get());
    return Fault.of(id, title, script, NONE, OK);
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String manyLinks(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "<a href=" + i + ">")
        .collect(Collectors.joining());
  }

  private static String manyAttributes() {
    return IntStream.range(0, 1_000_000)
        .mapToObj(i -> " a" + i)
        .collect(Collectors.joining("", "<p", ">"));
  }
}
