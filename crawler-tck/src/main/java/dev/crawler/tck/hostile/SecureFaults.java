package dev.crawler.tck.hostile;

import static dev.crawler.core.fetch.ExclusionReason.ROBOTS;
import static dev.crawler.core.fetch.FailureReason.TIMEOUT;
import static dev.crawler.core.fetch.FailureReason.TLS;
import static dev.crawler.core.fetch.FailureReason.TRUNCATED;
import static dev.crawler.tck.hostile.Fault.Retries.ALL;
import static dev.crawler.tck.hostile.Fault.Retries.NONE;
import static dev.crawler.tck.hostile.Fault.Verdict.OK;
import static dev.crawler.tck.hostile.Fault.Verdict.REDIRECT;
import static dev.crawler.tck.hostile.Fault.Verdict.excluded;
import static dev.crawler.tck.hostile.Fault.Verdict.failed;

import dev.crawler.tck.hostile.Fault.Door;
import dev.crawler.tck.hostile.Fault.Retries;
import dev.crawler.tck.hostile.Fault.Script;
import dev.crawler.tck.hostile.Fault.Verdict;
import dev.crawler.tck.tls.Identity;
import java.io.IOException;
import java.util.List;

/// Servers that nobody should believe, TLS that goes wrong, and what differs between http and
/// https.
final class SecureFaults {
  private static final String ROOT = "https://" + Host.SECURE_NAME + ":{port}/";
  private static final Host OTHER = new Host("other.example", Host.HERE.addresses(), Identity.TRUE);

  /// Alerts: of the record protocol's version 1.0, fatal, and why.
  private static final String OLD_VERSION = "\u0015\u0003\u0001\u0000\u0002\u0002F";

  private static final String NO_CIPHER = "\u0015\u0003\u0001\u0000\u0002\u0002(";

  /// A ServerHello of 42 bytes that settles for TLS 1.0.
  private static final String OLD_HELLO =
      "\u0016\u0003\u0001\u0000*\u0002\u0000\u0000&\u0003\u0001"
          + "r".repeat(32)
          + "\u0000\u0000/\u0000";

  private SecureFaults() {}

  static List<Fault> ofPages() {
    return List.of(
        unbelieved("N49a", "certificate has expired", Identity.EXPIRED),
        unbelieved("N49b", "certificate is self-signed", Identity.SELF_SIGNED),
        secure("N49c", "certificate is another host's", SecureFaults::page, NONE, failed(TLS))
            .at("https://other.example:{port}/")
            .on(OTHER),
        unbelieved("N49d", "certificate of an unknown root", Identity.UNKNOWN_ROOT),
        unbelieved("N49e", "certificate without its chain", Identity.INCOMPLETE),
        raw("N49f", "refuses our versions of TLS", OLD_VERSION),
        raw("N49g", "shares no cipher", NO_CIPHER),
        raw("N49h", "settles for TLS 1.0", OLD_HELLO),
        secure("N49i", "ends without farewell, whole", SecureFaults::cutWhole, NONE, OK),
        secure(
            "N49j",
            "ends without farewell, without length",
            SecureFaults::cutWithoutLength,
            ALL,
            failed(TRUNCATED)),
        secure("N47b", "http and https redirect in a circle", SecureFaults::turn, NONE, REDIRECT)
            .and("/", REDIRECT));
  }

  static List<Fault> ofStallingPages() {
    return List.of(
        Fault.at(
            Door.RAW_HTTPS,
            "N49k",
            "silence in the handshake",
            Exchange::fallSilent,
            ALL,
            failed(TIMEOUT)));
  }

  static List<Fault> ofRobots() {
    return List.of(
        secure(
                "R11",
                "other rules for https than for http",
                SecureFaults::rulesForHttps,
                NONE,
                excluded(ROBOTS))
            .and("/", OK));
  }

  private static Fault unbelieved(String id, String title, Identity identity) {
    return secure(id, title, SecureFaults::page, NONE, failed(TLS)).on(Host.secure(identity));
  }

  private static Fault secure(
      String id, String title, Script script, Retries retries, Verdict verdict) {
    return Fault.at(Door.SECURE, id, title, script, retries, verdict)
        .at(ROOT)
        .on(Host.secure(Identity.TRUE));
  }

  private static Fault raw(String id, String title, String hello) {
    Script script =
        exchange -> {
          exchange.send(hello);
          exchange.fallSilent();
        };
    return Fault.at(Door.RAW_HTTPS, id, title, script, NONE, failed(TLS));
  }

  private static void page(Exchange exchange) throws IOException {
    exchange.page("<p>whole!");
  }

  private static void cutWhole(Exchange exchange) throws IOException {
    exchange.page("<p>whole!");
    exchange.cutOff();
  }

  private static void cutWithoutLength(Exchange exchange) throws IOException {
    exchange.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>so far");
    exchange.cutOff();
  }

  private static void turn(Exchange exchange) throws IOException {
    var other = exchange.isSecure() ? "http://" : "https://";
    exchange.reply("301 Moved\r\nLocation: " + other + exchange.host() + "/", "");
  }

  private static void rulesForHttps(Exchange exchange) throws IOException {
    if (exchange.target().equals("/robots.txt")) {
      exchange.reply("200 OK", exchange.isSecure() ? "User-agent: *\nDisallow: /\n" : "");
    } else {
      exchange.page("<p>whole!");
    }
  }
}
