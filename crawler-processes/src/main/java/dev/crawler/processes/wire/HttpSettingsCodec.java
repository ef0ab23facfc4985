package dev.crawler.processes.wire;

import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.ProxyServer;
import dev.crawler.core.plan.HttpSettings;

/// The part of a plan that says how requests are made. *No state.*
final class HttpSettingsCodec {
  private HttpSettingsCodec() {}

  /// Writes all but what stays with its process: cookies and transcripts.
  static void write(WireOutput out, HttpSettings http) {
    out.duration(http.connectTimeout());
    out.duration(http.timeout());
    out.smallNumber(http.maxBody());
    out.text(http.userAgent());
    out.list(http.headers().fields(), HttpSettingsCodec::write);
    out.flag(http.verifyTls());
    out.optional(http.proxy().orElse(null), HttpSettingsCodec::write);
  }

  static HttpSettings read(WireInput in) {
    var settings =
        new HttpSettings(
            in.duration(),
            in.duration(),
            in.smallNumber(),
            in.text(),
            new Headers(in.list(HttpSettingsCodec::field)),
            in.flag());
    var proxy = in.optional(HttpSettingsCodec::proxy);
    return proxy == null ? settings : settings.through(proxy);
  }

  private static void write(WireOutput out, Headers.Field field) {
    out.text(field.name());
    out.text(field.value());
  }

  private static Headers.Field field(WireInput in) {
    return new Headers.Field(in.text(), in.text());
  }

  private static void write(WireOutput out, ProxyServer proxy) {
    out.text(proxy.host());
    out.smallNumber(proxy.port());
    out.text(proxy.authorization());
  }

  private static ProxyServer proxy(WireInput in) {
    return new ProxyServer(in.text(), in.smallNumber(), in.text());
  }
}
