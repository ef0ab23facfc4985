package dev.crawler.tck.hostile;

import static dev.crawler.core.fetch.FailureReason.PROTOCOL;
import static dev.crawler.core.fetch.FailureReason.TRUNCATED;
import static dev.crawler.tck.hostile.Fault.Retries.ALL;
import static dev.crawler.tck.hostile.Fault.Retries.NONE;
import static dev.crawler.tck.hostile.Fault.Verdict.CUT;
import static dev.crawler.tck.hostile.Fault.Verdict.failed;

import dev.crawler.tck.hostile.Fault.Script;
import java.util.List;

/// Chunked bodies that break the chunked coding (RFC 9112 section 7.1).
final class ChunkFaults {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n";

  private ChunkFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of("N13a", "chunk size in words", sends("nine\r\n<p>"), NONE, failed(PROTOCOL)),
        Fault.of(
            "N13b",
            "chunk size beyond 64 bits",
            sends("FFFFFFFFFFFFFFFFFF\r\n<p>"),
            NONE,
            failed(PROTOCOL)),
        Fault.of("N13c", "negative chunk size", sends("-3\r\n<p>\r\n"), NONE, failed(PROTOCOL)),
        Fault.of("N14a", "no last chunk", sends("3\r\n<p>\r\n"), ALL, failed(TRUNCATED)),
        Fault.of("N14b", "cut in a chunk", sends("ff\r\n<p>"), ALL, failed(TRUNCATED)),
        Fault.of("N15a", "endless chunk extension", endless("3;", "x"), NONE, failed(PROTOCOL)),
        Fault.of(
            "N15b",
            "endless trailers",
            endless("3\r\n<p>\r\n0\r\n", "A: b\r\n"),
            NONE,
            failed(PROTOCOL)),
        Fault.of("N23c", "endless chunks", endless("", "8\r\n<p>again\r\n"), NONE, CUT));
  }

  private static Script sends(String body) {
    return exchange -> exchange.send(HEAD + body);
  }

  private static Script endless(String start, String piece) {
    return exchange -> {
      exchange.send(HEAD + start);
      exchange.sendForever(piece);
    };
  }
}
