package dev.crawler.http;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.url.CrawlUrl;
import java.nio.charset.StandardCharsets;

/// The request as it goes out: byte for byte the path and query of the URL, no header that was not
/// meant. Headers of the settings replace those of the same name. *Immutable.*
final class RequestHead {
  private static final String END = "\r\n";

  private final String common;
  private final boolean hostGiven;

  private RequestHead(String common, boolean hostGiven) {
    this.common = common;
    this.hostGiven = hostGiven;
  }

  /// What is the same for all requests of a crawl.
  static RequestHead of(HttpSettings settings) {
    var given = settings.headers();
    var lines = new StringBuilder();
    appendUnlessGiven(given, lines, "User-Agent", settings.userAgent());
    appendUnlessGiven(given, lines, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    appendUnlessGiven(given, lines, "Accept-Encoding", "gzip, deflate");
    for (var field : given.fields()) {
      appendLine(lines, field.name(), field.value());
    }
    return new RequestHead(lines.toString(), given.first("Host").isPresent());
  }

  /// The bytes of one request.
  byte[] bytes(FetchTask task) {
    var url = task.link().url();
    var lines = new StringBuilder(256 + common.length());
    lines.append("GET ").append(url.pathAndQuery()).append(" HTTP/1.1").append(END);
    if (!hostGiven) {
      appendLine(lines, "Host", hostAndPort(url));
    }
    lines.append(common);
    if (!task.authorization().isEmpty()) {
      appendLine(lines, "Authorization", task.authorization());
    }
    return lines.append(END).toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String hostAndPort(CrawlUrl url) {
    int standard = url.scheme().equals("https") ? 443 : 80;
    return url.port() == standard ? url.host() : url.host() + ":" + url.port();
  }

  private static void appendUnlessGiven(
      Headers given, StringBuilder lines, String name, String value) {
    if (given.first(name).isEmpty()) {
      appendLine(lines, name, value);
    }
  }

  private static void appendLine(StringBuilder lines, String name, String value) {
    lines.append(name).append(": ").append(value).append(END);
  }
}
