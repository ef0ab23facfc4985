package dev.crawler.tck.hostile;

import static dev.crawler.core.fetch.ExclusionReason.ROBOTS;
import static dev.crawler.core.fetch.ExclusionReason.ROBOTS_UNAVAILABLE;
import static dev.crawler.tck.hostile.Fault.Retries.ALL;
import static dev.crawler.tck.hostile.Fault.Retries.NONE;
import static dev.crawler.tck.hostile.Fault.Verdict.OK;
import static dev.crawler.tck.hostile.Fault.Verdict.excluded;

import dev.crawler.tck.hostile.Fault.Door;
import dev.crawler.tck.hostile.Fault.Retries;
import dev.crawler.tck.hostile.Fault.Script;
import dev.crawler.tck.hostile.Fault.Verdict;
import java.io.IOException;
import java.util.List;

/// robots.txt files that are missing, broken, endless or elsewhere (RFC 9309 section 2.3.1).
final class RobotsFaults {
  private static final String GROUP = "User-agent: *\n";
  private static final String RULE = GROUP + "Disallow: /\nAllow: /after\n";
  private static final Verdict UNAVAILABLE = excluded(ROBOTS_UNAVAILABLE);
  private static final Verdict REFUSED = excluded(ROBOTS);

  private RobotsFaults() {}

  static List<Fault> all() {
    return List.of(
        robots("R1a", "404", says("404 None", RULE), OK),
        robots("R1b", "401", says("401 Who", RULE), OK),
        robots("R1c", "403", says("403 No", RULE), OK),
        robots("R1d", "410", says("410 Gone", RULE), OK),
        down("R2a", "500", says("500 Broken", ""), ALL),
        down("R2b", "reset", Exchange::reset, ALL),
        down("R2c", "garbage", e -> e.send("\u0000\u0001\u0002\r\n\r\n"), NONE),
        Fault.at(Door.CLOSED, "R2d", "connection refused", _ -> {}, ALL, UNAVAILABLE),
        down("R3", "429", says("429 Slow Down\r\nRetry-After: 0", ""), ALL),
        robots("R4a", "five redirects", e -> chain(e, 5), REFUSED),
        robots("R4b", "redirects in a circle", e -> chain(e, Integer.MAX_VALUE), OK),
        robots(
            "R5a",
            "a rule after 400 KiB",
            says("200 OK", "# padding padding\n".repeat(22_000) + RULE),
            REFUSED),
        robots(
            "R5b",
            "a line of a million characters",
            says("200 OK", RULE + "#" + "x".repeat(1_000_000)),
            REFUSED),
        robots("R5c", "endless", RobotsFaults::endless, REFUSED),
        robots(
            "R5d",
            "a rule after 600 KiB",
            says("200 OK", "# padding padding\n".repeat(35_000) + RULE),
            OK),
        robots(
            "R6a",
            "an HTML page",
            says("200 OK\r\nContent-Type: text/html", "<html><p>No such page"),
            OK),
        robots("R6b", "nothing", says("200 OK", ""), OK),
        robots("R6c", "binary", says("200 OK", "\u0000\u0001\u00ff\u00fe".repeat(99)), OK),
        robots("R7a", "a byte order mark", says("200 OK", "\u00ef\u00bb\u00bf" + RULE), REFUSED),
        robots("R7b", "lines that end in CR", says("200 OK", RULE.replace('\n', '\r')), REFUSED),
        robots("R7c", "invalid UTF-8", says("200 OK", "\u00ff\u00fe\u00c3\n" + RULE), REFUSED),
        robots(
            "R9",
            "a pattern full of stars",
            says("200 OK", "User-agent: *\nDisallow: /" + "*a".repeat(500) + "$\n"),
            OK),
        robots("R10a", "a negative delay", says("200 OK", "User-agent: *\nCrawl-delay: -5\n"), OK),
        robots("R10b", "a delay in words", says("200 OK", "User-agent: *\nCrawl-delay: NaN\n"), OK),
        robots("R10c", "a delay of years", says("200 OK", GROUP + "Crawl-delay: 99999999\n"), OK),
        robots("R10d", "a delay of a fraction", says("200 OK", GROUP + "Crawl-delay: 0.01\n"), OK),
        robots("R12", "rules that change", RobotsFaults::once, OK));
  }

  /// Nothing is forbidden but to those who ask again.
  private static void once(Exchange exchange) throws IOException {
    exchange.reply("200 OK", exchange.attempt() == 1 ? GROUP : GROUP + "Disallow: /\n");
  }

  static List<Fault> stalling() {
    return List.of(
        down("R8a", "silence", Exchange::fallSilent, ALL),
        down("R8b", "drips", RobotsFaults::drip, ALL));
  }

  private static Fault robots(String id, String title, Script script, Verdict verdict) {
    Script host =
        exchange -> {
          if (exchange.target().equals("/")) {
            exchange.page("<title>page</title>");
          } else {
            script.play(exchange);
          }
        };
    return Fault.at(Door.OPEN_WITH_ROBOTS, id, title, host, NONE, verdict).and("/after", OK);
  }

  /// Nothing of the host may be fetched, the good page neither.
  private static Fault down(String id, String title, Script script, Retries retries) {
    return Fault.at(Door.OPEN_WITH_ROBOTS, id, title, script, retries, UNAVAILABLE)
        .and("/after", UNAVAILABLE);
  }

  private static Script says(String statusAndHeaders, String body) {
    return exchange -> exchange.reply(statusAndHeaders, body);
  }

  private static void chain(Exchange exchange, int hops) throws IOException {
    var number = exchange.target().replaceAll("[^0-9]", "");
    int hop = number.isEmpty() ? 0 : Integer.parseInt(number);
    if (hop < hops) {
      exchange.reply("302 Found\r\nLocation: /robots" + (hop + 1) + ".txt", "");
    } else {
      exchange.reply("200 OK", RULE);
    }
  }

  private static void endless(Exchange exchange) throws IOException {
    exchange.send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + RULE);
    exchange.sendForever("# and so on\n");
  }

  private static void drip(Exchange exchange) throws IOException, InterruptedException {
    exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n");
    exchange.drip("#");
  }
}
