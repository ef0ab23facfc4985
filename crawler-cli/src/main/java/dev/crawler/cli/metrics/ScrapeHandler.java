package dev.crawler.cli.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers a scrape: OpenMetrics to who accepts it, else the text format 0.0.4. Refuses hosts that
/// are not this machine by name: a web page may have its own name point here (DNS rebinding), and
/// what is crawled is not its business. *Thread-safe.*
final class ScrapeHandler implements HttpHandler {
  static final String PATH = "/metrics";

  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int NO_BODY = -1;

  private final PrometheusRegistry registry;
  private final ExpositionFormatWriter text = PrometheusTextFormatWriter.create();
  private final ExpositionFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();

  ScrapeHandler(PrometheusRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var method = exchange.getRequestMethod();
      if (!isOwn(exchange.getRequestHeaders().getFirst("Host"))) {
        refuse(exchange, 403, "this is no name of this machine");
      } else if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        refuse(exchange, 405, "only GET and HEAD");
      } else if (!exchange.getRequestURI().getPath().equals(PATH)) {
        refuse(exchange, 404, "the figures are at " + PATH);
      } else {
        answer(exchange);
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    var accepted = exchange.getRequestHeaders().getFirst("Accept");
    var writer = openMetrics.accepts(accepted) ? openMetrics : text;
    var body = new ByteArrayOutputStream();
    writer.write(body, registry.scrape());
    send(exchange, 200, writer.getContentType(), body.toByteArray());
  }

  private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
    var body = (why + "\n").getBytes(StandardCharsets.UTF_8);
    send(exchange, status, "text/plain; charset=utf-8", body);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
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
