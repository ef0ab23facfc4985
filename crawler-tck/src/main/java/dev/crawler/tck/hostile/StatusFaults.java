package dev.crawler.tck.hostile;

import static dev.crawler.core.fetch.FailureReason.PROTOCOL;
import static dev.crawler.tck.hostile.Fault.Retries.ALL;
import static dev.crawler.tck.hostile.Fault.Retries.NONE;
import static dev.crawler.tck.hostile.Fault.Retries.ONCE;
import static dev.crawler.tck.hostile.Fault.Verdict.OK;
import static dev.crawler.tck.hostile.Fault.Verdict.REDIRECT;
import static dev.crawler.tck.hostile.Fault.Verdict.error;
import static dev.crawler.tck.hostile.Fault.Verdict.failed;

import dev.crawler.tck.hostile.Fault.Script;
import java.util.List;

/// Status codes that ask for time, or that nobody expects.
final class StatusFaults {
  private StatusFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of(
            "N33a",
            "429 and a date in the past",
            says("429 Slow Down\r\nRetry-After: Wed, 21 Oct 2015 07:28:00 GMT"),
            ALL,
            error(429)),
        Fault.of("N33b", "503, then well after a second", busyOnce("1"), ONCE, OK),
        Fault.of("N33c", "503 and a negative wait", busyOnce("-5"), ONCE, OK),
        Fault.of("N33d", "503 and a wait in words", busyOnce("soon"), ONCE, OK),
        Fault.of("N34a", "500 for ever", says("500 Broken"), ALL, error(500)),
        Fault.of("N34b", "502 for ever", says("502 Broken"), ALL, error(502)),
        Fault.of("N34c", "501 for ever", says("501 Never"), NONE, error(501)),
        Fault.of("N35a", "204 with a body", says("204 No Content"), NONE, OK),
        Fault.of("N35b", "304 with a body", says("304 Not Modified"), NONE, REDIRECT),
        Fault.of(
            "N36a",
            "206 that nobody asked for",
            says("206 Partial\r\nContent-Range: bytes 0-8/9"),
            NONE,
            OK),
        Fault.of("N36b", "416", says("416 No Range"), NONE, error(416)),
        Fault.of("N36c", "407", says("407 Proxy"), NONE, error(407)),
        Fault.of("N36d", "999", says("999 Denied"), NONE, error(999)),
        Fault.of("N36e", "600", says("600 Beyond"), NONE, error(600)),
        Fault.of("N36f", "2", says("2 Short"), NONE, failed(PROTOCOL)),
        Fault.of("N36g", "no reason phrase", says("200"), NONE, OK),
        Fault.of("N36h", "404", says("404 None"), NONE, error(404)));
  }

  private static Script says(String statusAndHeaders) {
    return exchange -> exchange.reply(statusAndHeaders, "<p>whole!");
  }

  private static Script busyOnce(String retryAfter) {
    return exchange -> {
      if (exchange.attempt() == 1) {
        exchange.reply("503 Busy\r\nRetry-After: " + retryAfter, "");
      } else {
        exchange.page("<p>whole!");
      }
    };
  }
}
