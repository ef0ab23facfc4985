package dev.crawler.cli.compare.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers a browser. Refuses hosts that are not this machine by name, since a web page may have
/// its own name point here (DNS rebinding), and paths without the token, which only the terminal
/// knows. *Thread-safe.*
///
/// @param root path of all pages, with the token
/// @param files by name; the empty name is the live page
/// @param gallery who watches, and what they are told
record WatchHandler(String root, Map<String, WatchFile> files, Gallery gallery)
    implements HttpHandler {
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final int NO_BODY = -1;

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      harden(exchange);
      var path = exchange.getRequestURI().getPath();
      if (!isOwn(exchange.getRequestHeaders().getFirst("Host"))) {
        refuse(exchange, 403, "this is no name of this machine");
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        refuse(exchange, 405, "only GET");
      } else if (path == null || !path.startsWith(root)) {
        refuse(exchange, 404, "the terminal says where the page is");
      } else {
        answer(exchange, path.substring(root.length()));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, String name) throws IOException, InterruptedException {
    var page = gallery.page();
    var file = files.get(name);
    if (name.equals("events")) {
      if (!gallery.admit(exchange)) {
        refuse(exchange, 503, "too many watch already");
      }
    } else if (name.equals("comparison") && page.isPresent()) {
      send(exchange, 200, "text/html; charset=utf-8", page.get());
      gallery.hasPage();
    } else if (file != null) {
      if (file.type().startsWith("text/html")) {
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
      }
      send(exchange, 200, file.type(), file.text());
    } else {
      refuse(exchange, 404, "there is nothing of that name");
    }
  }

  private static void harden(HttpExchange exchange) {
    var headers = exchange.getResponseHeaders();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Content-Security-Policy", "frame-ancestors 'none'");
    headers.set("Cache-Control", "no-store");
  }

  private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
    send(exchange, status, "text/plain; charset=utf-8", why + "\n");
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, NO_BODY);
    } else {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static boolean isOwn(@Nullable String host) {
    return host != null
        && OWN_NAMES.contains(host.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", ""));
  }
}
