package dev.crawler.tck.hostile;

import static dev.crawler.core.fetch.FailureReason.CONNECT;
import static dev.crawler.core.fetch.FailureReason.TIMEOUT;
import static dev.crawler.tck.hostile.Fault.Retries.ALL;
import static dev.crawler.tck.hostile.Fault.Verdict.failed;

import dev.crawler.tck.hostile.Fault.Script;
import java.util.List;

/// Answers that never come to their end: the total deadline must cover every part of them.
final class SlowFaults {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  private static final String LENGTH = "Content-Length: 100000\r\n\r\n";

  private SlowFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.at(Fault.Door.BLOCKED, "N2", "connection never made", _ -> {}, ALL, failed(CONNECT)),
        Fault.of("N19a", "body drips", drips(HEAD + LENGTH, "x"), ALL, failed(TIMEOUT)),
        Fault.of(
            "N19b",
            "chunks drip",
            drips(HEAD + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"),
            ALL,
            failed(TIMEOUT)),
        Fault.of(
            "N20", "headers drip", drips("HTTP/1.1 200 OK\r\n", "A: b\r\n"), ALL, failed(TIMEOUT)),
        Fault.of("N21", "silence", Exchange::fallSilent, ALL, failed(TIMEOUT)),
        Fault.of("N22a", "silence after the headers", stalls(HEAD + LENGTH), ALL, failed(TIMEOUT)),
        Fault.of(
            "N22b", "silence in the body", stalls(HEAD + LENGTH + "<p>so"), ALL, failed(TIMEOUT)),
        Fault.of("N22c", "silence in the status line", stalls("HTT"), ALL, failed(TIMEOUT)));
  }

  private static Script drips(String start, String piece) {
    return exchange -> {
      exchange.send(start);
      exchange.drip(piece);
    };
  }

  private static Script stalls(String start) {
    return exchange -> {
      exchange.send(start);
      exchange.fallSilent();
    };
  }
}
