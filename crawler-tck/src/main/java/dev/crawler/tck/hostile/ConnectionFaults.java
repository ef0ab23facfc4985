package dev.crawler.tck.hostile;

import static dev.crawler.core.fetch.FailureReason.CONNECT;
import static dev.crawler.core.fetch.FailureReason.PROTOCOL;
import static dev.crawler.core.fetch.FailureReason.RESET;
import static dev.crawler.core.fetch.FailureReason.TLS;
import static dev.crawler.tck.hostile.Fault.Retries.ALL;
import static dev.crawler.tck.hostile.Fault.Retries.NONE;
import static dev.crawler.tck.hostile.Fault.Verdict.OK;
import static dev.crawler.tck.hostile.Fault.Verdict.failed;

import dev.crawler.tck.hostile.Fault.Door;
import java.io.IOException;
import java.util.List;

/// Connections that are refused, broken, or speak something else.
final class ConnectionFaults {
  private static final String PAGE =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n";

  private ConnectionFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.at(Door.CLOSED, "N1", "connection refused", _ -> {}, ALL, failed(CONNECT)),
        Fault.of("N6", "reset before any byte", Exchange::reset, ALL, failed(RESET)),
        Fault.of("N7", "reset in the body", ConnectionFaults::resetInBody, ALL, failed(RESET)),
        Fault.of("N17a", "HTTP/0.9", e -> e.send("<html>hello</html>\r\n"), NONE, failed(PROTOCOL)),
        Fault.of(
            "N17b",
            "garbage",
            e -> e.send("\u0000\u00ff\u0001\u00fe\r\n\r\n".repeat(99)),
            NONE,
            failed(PROTOCOL)),
        Fault.of(
            "N18a",
            "TLS alert on the http port",
            e -> e.send("\u0015\u0003\u0001\u0000\u0002\u0002("),
            NONE,
            failed(PROTOCOL)),
        Fault.at(
            Door.RAW_HTTPS,
            "N18b",
            "http on the https port",
            ConnectionFaults::answerInClear,
            NONE,
            failed(TLS)),
        Fault.of(
            "N29",
            "idle connection closed as it is used again",
            ConnectionFaults::dropAfter,
            NONE,
            OK),
        Fault.of(
            "N30a",
            "a second answer that nobody asked for",
            ConnectionFaults::answerTwice,
            NONE,
            OK),
        Fault.byChance(
            Door.RAW,
            "N30b",
            "answer before the request",
            ConnectionFaults::answerEarly,
            "whether the client has asked before it hears",
            OK,
            failed(PROTOCOL),
            failed(RESET)),
        Fault.of("N31", "half-closed after the answer", ConnectionFaults::halfClose, NONE, OK),
        Fault.of("N32", "never closes after `close`", ConnectionFaults::neverClose, NONE, OK));
  }

  private static void resetInBody(Exchange exchange) throws IOException, InterruptedException {
    exchange.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n");
    exchange.send("<a href=/never>x</a>");
    exchange.letItBeRead();
    exchange.reset();
  }

  private static void dropAfter(Exchange exchange) throws IOException {
    exchange.page("<title>first</title>");
    exchange.dropNext();
  }

  private static void answerTwice(Exchange exchange) throws IOException {
    var evil = PAGE + "\r\n<p>evil!!";
    exchange.send(PAGE + "\r\n<p>fine!!" + evil);
    exchange.keep();
  }

  /// Closing at once would break the connection before the client has heard.
  private static void answerInClear(Exchange exchange) throws IOException {
    exchange.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    exchange.fallSilent();
  }

  private static void answerEarly(Exchange exchange) throws IOException {
    exchange.send(PAGE + "\r\n<p>early.");
    exchange.fallSilent();
  }

  private static void halfClose(Exchange exchange) throws IOException {
    exchange.send(PAGE + "\r\n<p>whole!");
    exchange.halfClose();
    exchange.fallSilent();
  }

  private static void neverClose(Exchange exchange) throws IOException {
    exchange.send(PAGE + "Connection: close\r\n\r\n<p>whole!");
    exchange.fallSilent();
  }
}
