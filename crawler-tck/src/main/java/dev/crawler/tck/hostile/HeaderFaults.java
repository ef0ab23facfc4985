package dev.crawler.tck.hostile;

import static dev.crawler.core.fetch.FailureReason.PROTOCOL;
import static dev.crawler.tck.hostile.Fault.Retries.NONE;
import static dev.crawler.tck.hostile.Fault.Verdict.OK;
import static dev.crawler.tck.hostile.Fault.Verdict.REDIRECT;
import static dev.crawler.tck.hostile.Fault.Verdict.failed;

import dev.crawler.tck.hostile.Fault.Script;
import java.io.IOException;
import java.util.List;

/// Header sections that are endless or malformed, and interim answers without end.
final class HeaderFaults {
  private static final String STATUS = "HTTP/1.1 200 OK\r\n";
  private static final String END = "Content-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>whole!";

  private HeaderFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of(
            "N24a", "endless header lines", endless(STATUS, "A: b\r\n"), NONE, failed(PROTOCOL)),
        Fault.of(
            "N24b", "one header without end", endless(STATUS + "A: ", "x"), NONE, failed(PROTOCOL)),
        Fault.of(
            "N24c",
            "status line without end",
            endless("HTTP/1.1 200 ", "x"),
            NONE,
            failed(PROTOCOL)),
        Fault.of(
            "N25a",
            "ten thousand fields",
            sends("A: bcdef\r\n".repeat(10_000)),
            NONE,
            failed(PROTOCOL)),
        Fault.of("N25b", "one field twice", sends("Content-Type: image/png\r\n"), NONE, OK),
        Fault.of("N25c", "one length twice", sends("Content-Length: 9\r\n"), NONE, OK),
        Fault.of("N26a", "NUL in a field", sends("A: b\u0000c\r\n"), NONE, failed(PROTOCOL)),
        Fault.of("N26b", "folded field", sends("A: b\r\n c\r\n"), NONE, OK),
        Fault.of("N26c", "line without colon", sends("nonsense\r\n"), NONE, failed(PROTOCOL)),
        Fault.of("N26d", "bare CR in a field", sends("A: b\rc\r\n"), NONE, failed(PROTOCOL)),
        Fault.of("N26e", "space before the colon", sends("A : b\r\n"), NONE, OK),
        Fault.of(
            "N27",
            "endless interim answers",
            endless("", "HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\n"),
            NONE,
            failed(PROTOCOL)),
        Fault.of(
            "N27b",
            "a few interim answers",
            e ->
                e.send(
                    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nA: b\r\n\r\n"
                        + STATUS
                        + END),
            NONE,
            OK),
        Fault.of(
            "N28",
            "101 that nobody asked for",
            e -> e.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"),
            NONE,
            failed(PROTOCOL)),
        Fault.of(
            "N50a",
            "a content type that a terminal obeys",
            e -> e.reply("200 OK\r\nContent-Type: text/html;\u001b]0;x\u0007\u009b31m", "<p>"),
            NONE,
            OK),
        Fault.of(
                "N50b",
                "a redirect that a terminal obeys",
                HeaderFaults::moveByEscape,
                NONE,
                REDIRECT)
            .and("/%1B[2J%9B31m%7F", OK));
  }

  private static void moveByEscape(Exchange exchange) throws IOException {
    if (exchange.target().equals("/")) {
      exchange.reply("302 Found\r\nLocation: /\u001b[2J\u009b31m\u007f", "");
    } else {
      exchange.page("<p>whole!");
    }
  }

  private static Script sends(String fields) {
    return exchange -> exchange.send(STATUS + fields + END);
  }

  private static Script endless(String start, String piece) {
    return exchange -> {
      exchange.send(start);
      exchange.sendForever(piece);
    };
  }
}
