package dev.crawler.tck.hostile;

import static dev.crawler.core.fetch.ExclusionReason.ADDRESS;
import static dev.crawler.core.fetch.ExclusionReason.REDIRECT_LIMIT;
import static dev.crawler.tck.hostile.Fault.Retries.NONE;
import static dev.crawler.tck.hostile.Fault.Verdict.OK;
import static dev.crawler.tck.hostile.Fault.Verdict.REDIRECT;
import static dev.crawler.tck.hostile.Fault.Verdict.excluded;

import dev.crawler.tck.hostile.Fault.Script;
import java.io.IOException;
import java.util.List;

/// Redirects that lead nowhere, in circles, or where a crawler must not go.
final class RedirectFaults {
  private RedirectFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of("N42a", "redirect to itself", moved("/"), NONE, REDIRECT),
        Fault.of("N42b", "redirects in a circle", RedirectFaults::circle, NONE, REDIRECT)
            .and("/a", REDIRECT)
            .and("/b", REDIRECT),
        Fault.of("N42c", "redirects without end", RedirectFaults::endless, NONE, REDIRECT)
            .and("/x10", REDIRECT)
            .and("/x11", excluded(REDIRECT_LIMIT)),
        Fault.of("N43a", "redirect to file:", moved("file:///etc/passwd"), NONE, REDIRECT),
        Fault.of("N43b", "redirect to ftp:", moved("ftp://127.0.0.1/"), NONE, REDIRECT),
        Fault.of("N43c", "redirect to javascript:", moved("javascript:alert(1)"), NONE, REDIRECT),
        Fault.of("N43d", "redirect to data:", moved("data:text/html,x"), NONE, REDIRECT),
        Fault.of(
                "N44a",
                "redirect to the metadata address",
                moved("http://169.254.169.254/latest"),
                NONE,
                REDIRECT)
            .and("http://169.254.169.254/latest", excluded(ADDRESS)),
        Fault.of(
                "N44b",
                "redirect to a private address in IPv6",
                moved("http://[::ffff:10.0.0.1]/"),
                NONE,
                REDIRECT)
            .and("http://[::ffff:a00:1]/", excluded(ADDRESS)),
        Fault.of(
                "N44c",
                "redirect to an address in one number",
                moved("http://2130706433:9/"),
                NONE,
                REDIRECT)
            .and("http://127.0.0.1:9/", excluded(ADDRESS)),
        Fault.of(
            "N46a", "redirect without Location", e -> e.reply("302 Found", "x"), NONE, REDIRECT),
        Fault.of("N46b", "redirect to an empty Location", moved(""), NONE, REDIRECT),
        Fault.of("N46c", "redirect to a relative Location", moved("a/../b?x=1#y"), NONE, REDIRECT)
            .and("/b?x=1", OK),
        Fault.of("N46d", "redirect in UTF-8", moved("/\u00c3\u00a9"), NONE, REDIRECT)
            .and("/%C3%A9", OK),
        Fault.of("N46e", "redirect with backslashes", moved("\\b\\c d"), NONE, REDIRECT)
            .and("/b/c%20d", OK),
        Fault.of("N46f", "redirect to no URL", moved("http://[::1"), NONE, REDIRECT),
        Fault.of("N47a", "slash and no slash in a circle", RedirectFaults::slash, NONE, REDIRECT)
            .and("/a/", REDIRECT)
            .and("/a", REDIRECT));
  }

  /// Sends the page elsewhere; everywhere else is a page.
  private static Script moved(String location) {
    return exchange -> {
      if (exchange.target().equals("/")) {
        exchange.reply("302 Found\r\nLocation: " + location, "moved");
      } else {
        exchange.page("<p>whole!");
      }
    };
  }

  private static void circle(Exchange exchange) throws IOException {
    var next = exchange.target().equals("/a") ? "/b" : "/a";
    exchange.reply("301 Moved\r\nLocation: " + next, "");
  }

  private static void slash(Exchange exchange) throws IOException {
    var next = exchange.target().equals("/a/") ? "/a" : "/a/";
    exchange.reply("301 Moved\r\nLocation: " + next, "");
  }

  private static void endless(Exchange exchange) throws IOException {
    var number = exchange.target().substring(1).replace("x", "");
    int next = number.isEmpty() ? 1 : Integer.parseInt(number) + 1;
    exchange.reply("307 Moved\r\nLocation: x" + next, "");
  }
}
