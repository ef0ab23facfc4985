package dev.crawler.tck.hostile;

import static dev.crawler.core.fetch.ExclusionReason.HOST_LIMIT;
import static dev.crawler.core.fetch.ExclusionReason.TRAP;
import static dev.crawler.tck.hostile.Fault.Retries.NONE;
import static dev.crawler.tck.hostile.Fault.Verdict.OK;
import static dev.crawler.tck.hostile.Fault.Verdict.excluded;

import dev.crawler.tck.hostile.Fault.Script;
import dev.crawler.tck.tls.Identity;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Sites that are larger than they look: links are followed here, all of them, and a host may have
/// [#HOST_PAGES] pages. A crawl of these must end by itself.
final class TrapFaults {
  /// `--max-host-pages`, the two seeds of each host included.
  static final int HOST_PAGES = 40;

  private static final String LONG = "x".repeat(100_000);
  private static final String QUERY = "?" + "a=1&".repeat(1_000);

  private TrapFaults() {}

  static List<Fault> all() {
    return List.of(
        trap("C18", "a calendar without end", TrapFaults::calendar)
            .and("/day37", OK)
            .and("/day38", excluded(HOST_LIMIT)),
        trap("C19a", "a relative link that grows", links("a/"))
            .and("/a/a/a/", OK)
            .and("/a/a/a/a/", excluded(TRAP)),
        trap("C19b", "a path that grows and does not repeat", TrapFaults::descend)
            .and(path(20), OK)
            .and(path(21), excluded(TRAP)),
        trap("C20a", "every address is a page", TrapFaults::anything)
            .and("/x0", OK)
            .and("/x9x9", excluded(HOST_LIMIT)),
        trap("C20b", "every name is a host", TrapFaults::anyHost)
            .on(new Host(".trap.example.com", Host.HERE.addresses(), Identity.TRUE))
            .and("http://401.trap.example.com:{port}/", OK)
            .and("http://402.trap.example.com:{port}/", excluded(HOST_LIMIT)),
        trap("C17b", "a new session in every link", TrapFaults::session)
            .and("/page;jsessionid=38", OK)
            .and("/page;jsessionid=39", excluded(HOST_LIMIT)),
        trap("C21", "pages that call each other canonical", TrapFaults::canonical)
            .and("/x", OK)
            .and("/y", OK),
        trap("C22a", "a URL of 100 KB", links(LONG)).and("/" + LONG, excluded(TRAP)),
        trap("C22b", "a query of 4 KB", links(QUERY)).and("/" + QUERY, excluded(TRAP)),
        trap("C23a", "refreshes in a circle", TrapFaults::refresh).and("/r", OK),
        trap("C23b", "a link that is not to be followed", links("never rel=nofollow"))
            .linking("http://127.0.0.1:{port}/never"),
        trap("C23c", "a page whose links are not to be followed", TrapFaults::nofollow)
            .linking("http://127.0.0.1:{port}/never"),
        trap("C23d", "a header that says so", TrapFaults::nofollowHeader)
            .linking("http://127.0.0.1:{port}/never"));
  }

  private static Fault trap(String id, String title, Script script) {
    return Fault.of(id, title, script, NONE, OK);
  }

  /// Every page has this link, with whatever attributes follow it.
  private static Script links(String href) {
    return exchange -> exchange.page("<a href=" + href + ">on</a>");
  }

  private static void calendar(Exchange exchange) throws IOException {
    int day = number(exchange.target());
    exchange.page(
        "<a href=/day%d>back</a><a href=/day%d>on</a>".formatted(Math.max(0, day - 1), day + 1));
  }

  private static void descend(Exchange exchange) throws IOException {
    int depth = (int) exchange.target().chars().filter(c -> c == '/').count();
    exchange.page("<a href=" + depth + "/>on</a>");
  }

  private static String path(int depth) {
    return IntStream.rangeClosed(1, depth)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining("/", "/", "/"));
  }

  private static void anything(Exchange exchange) throws IOException {
    var here = exchange.target();
    exchange.page(
        IntStream.range(0, 10)
            .mapToObj(i -> "<a href=" + here + "x" + i + ">")
            .collect(Collectors.joining()));
  }

  private static void anyHost(Exchange exchange) throws IOException {
    var host = exchange.host();
    int number = Integer.parseInt(host.substring(0, host.indexOf('.')));
    var rest = host.substring(host.indexOf('.'));
    exchange.page(
        "<a href=http://%d%s/>l</a><a href=http://%d%s/>r</a>"
            .formatted(2 * number, rest, 2 * number + 1, rest));
  }

  private static void session(Exchange exchange) throws IOException {
    exchange.page("<a href='/page;jsessionid=" + (number(exchange.target()) + 1) + "'>on</a>");
  }

  private static void canonical(Exchange exchange) throws IOException {
    var other = exchange.target().equals("/x") ? "/y" : "/x";
    exchange.page("<link rel=canonical href=" + other + "><a href=/x>x</a><a href=/y>y</a>");
  }

  private static void refresh(Exchange exchange) throws IOException {
    var other = exchange.target().equals("/r") ? "/" : "/r";
    exchange.page("<meta http-equiv=refresh content='0;url=" + other + "'>");
  }

  private static void nofollow(Exchange exchange) throws IOException {
    exchange.page("<meta name=robots content=nofollow><a href=/never>never</a>");
  }

  private static void nofollowHeader(Exchange exchange) throws IOException {
    exchange.reply(
        "200 OK\r\nContent-Type: text/html\r\nX-Robots-Tag: otherbot: noindex\r\n"
            + "X-Robots-Tag: noindex, nofollow",
        "<a href=/never>never</a>");
  }

  private static int number(String target) {
    var digits = target.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }
}
