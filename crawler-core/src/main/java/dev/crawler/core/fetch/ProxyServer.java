package dev.crawler.core.fetch;

import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// An HTTP proxy that all requests go through. *Immutable.*
///
/// @param host its name or address, without brackets
/// @param port where it listens
/// @param authorization value of `Proxy-Authorization`, for the proxy and nobody else, or empty
public record ProxyServer(String host, int port, String authorization) {
  private static final String FORM = "a proxy is http://[user:password@]host:port";

  /// Reads `http://[user:password@]host:port`; `http://` may be left out, and so may port 80.
  ///
  /// @throws IllegalArgumentException when it is something else; what was read, which may hold a
  ///   password, is not in its message
  public static ProxyServer of(String text) {
    var url = text.contains("://") ? text : "http://" + text;
    if (!(CrawlUrl.parse(url) instanceof UrlResult.Valid(var proxy))
        || !proxy.scheme().equals("http")
        || !proxy.pathAndQuery().equals("/")) {
      throw new IllegalArgumentException(FORM);
    }
    return new ProxyServer(AddressBook.nameOf(proxy), proxy.port(), basic(proxy.userInfo()));
  }

  private static String basic(String userInfo) {
    return userInfo.isEmpty()
        ? ""
        : "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
  }

  /// Where it is, without how to get in.
  @Override
  public String toString() {
    return authority(host, port);
  }

  /// A host and port as requests write them: an IPv6 address in brackets.
  static String authority(String name, int port) {
    return (name.indexOf(':') < 0 ? name : "[" + name + "]") + ":" + port;
  }
}
