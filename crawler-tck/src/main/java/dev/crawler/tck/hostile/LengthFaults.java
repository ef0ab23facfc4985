package dev.crawler.tck.hostile;

import static dev.crawler.core.fetch.FailureReason.PROTOCOL;
import static dev.crawler.core.fetch.FailureReason.TRUNCATED;
import static dev.crawler.tck.hostile.Fault.Retries.ALL;
import static dev.crawler.tck.hostile.Fault.Retries.NONE;
import static dev.crawler.tck.hostile.Fault.Verdict.CUT;
import static dev.crawler.tck.hostile.Fault.Verdict.OK;
import static dev.crawler.tck.hostile.Fault.Verdict.failed;

import dev.crawler.tck.hostile.Fault.Script;
import java.util.List;

/// Bodies that are not as long as they say.
final class LengthFaults {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

  private LengthFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of("N8", "body ends early", lengths("5000"), ALL, failed(TRUNCATED)),
        Fault.of("N9", "body goes on after its length", lengthThenKeep(), NONE, OK),
        Fault.of("N10", "two lengths", lengths("5", "9"), NONE, failed(PROTOCOL)),
        Fault.of("N11a", "negative length", lengths("-5"), NONE, failed(PROTOCOL)),
        Fault.of("N11b", "length in words", lengths("nine"), NONE, failed(PROTOCOL)),
        Fault.of(
            "N11c",
            "length beyond 64 bits",
            lengths("99999999999999999999"),
            NONE,
            failed(PROTOCOL)),
        Fault.of(
            "N12",
            "length and chunks",
            e ->
                e.send(
                    HEAD
                        + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "9\r\n<p>whole!\r\n0\r\n\r\n"),
            NONE,
            OK),
        Fault.of(
            "N16",
            "HTTP/1.0 without length",
            e -> e.send("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>whole!"),
            NONE,
            OK),
        Fault.of("N23a", "endless body", endless(""), NONE, CUT),
        Fault.of(
            "N23b",
            "body of almost an exabyte",
            endless("Content-Length: 900000000000000000\r\n"),
            NONE,
            CUT));
  }

  private static Script lengths(String... lengths) {
    return exchange -> {
      var head = new StringBuilder(HEAD);
      for (var length : lengths) {
        head.append("Content-Length: ").append(length).append("\r\n");
      }
      exchange.send(head + "\r\n<p>whole!");
    };
  }

  private static Script lengthThenKeep() {
    return exchange -> {
      exchange.send(HEAD + "Content-Length: 9\r\n\r\n<p>whole! and then some");
      exchange.keep();
    };
  }

  private static Script endless(String length) {
    return exchange -> {
      exchange.send(HEAD + length + "\r\n");
      exchange.sendForever("<p>and so on</p>\n");
    };
  }
}
