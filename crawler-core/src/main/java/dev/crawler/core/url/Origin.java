package dev.crawler.core.url;

import org.jspecify.annotations.Nullable;

/// Scheme, host and port: what one robots.txt speaks for (RFC 9309 section 2.3, RFC 6454).
/// *Immutable.*
///
/// @param scheme `http` or `https`
/// @param host serialised host, IPv6 in brackets
/// @param port effective port, never -1
public record Origin(String scheme, String host, int port) {
  // Written out for the reason given in HostKey.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Origin origin
        && port == origin.port
        && host.equals(origin.host)
        && scheme.equals(origin.scheme);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * host.hashCode() + port) + scheme.hashCode();
  }

  @Override
  public String toString() {
    var standard = scheme.equals("https") ? 443 : 80;
    return scheme + "://" + host + (port == standard ? "" : ":" + port);
  }
}
