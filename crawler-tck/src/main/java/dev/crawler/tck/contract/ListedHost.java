package dev.crawler.tck.contract;

import dev.crawler.tck.server.AnswerServer;
import dev.crawler.tck.server.AnswerServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// A host whose answers can be filled in after its port is known. *Thread-safe.*
final class ListedHost implements AutoCloseable {
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final AnswerServer server;

  ListedHost() throws IOException {
    server =
        AnswerServer.start(
            request -> replies.getOrDefault(request.target(), Reply.of("404 Not Found", "")));
  }

  /// Serves a page at each of these paths.
  ListedHost pages(String... paths) {
    Stream.of(paths).forEach(path -> file(path, "<title>" + path + "</title>"));
    return this;
  }

  ListedHost file(String path, String body) {
    var type = body.startsWith("<title") ? "text/html; charset=utf-8" : "text/plain";
    replies.put(path, Reply.of("200 OK\r\nContent-Type: " + type, body));
    return this;
  }

  ListedHost zipped(String path, byte[] body) {
    replies.put(path, new Reply("200 OK\r\nContent-Type: application/gzip", gzip(body)));
    return this;
  }

  ListedHost moved(String path, String target) {
    replies.put(path, Reply.of("302 Found\r\nLocation: " + target, ""));
    return this;
  }

  String url(String path) {
    return server.url(path);
  }

  List<String> asked() {
    return server.requests().stream().map(AnswerServer.Request::target).toList();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  static String urlset(String... urls) {
    return "<urlset>" + entries("url", urls) + "</urlset>";
  }

  static String index(String... urls) {
    return "<sitemapindex>" + entries("sitemap", urls) + "</sitemapindex>";
  }

  private static String entries(String name, String... urls) {
    var text = new StringBuilder();
    for (var url : urls) {
      text.append("<%s><loc>%s</loc></%s>".formatted(name, url, name));
    }
    return text.toString();
  }

  private static byte[] gzip(byte[] body) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new IllegalStateException(e); // into memory
    }
    return bytes.toByteArray();
  }
}
