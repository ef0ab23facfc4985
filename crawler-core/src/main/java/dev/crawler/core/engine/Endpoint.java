package dev.crawler.core.engine;

import java.net.InetAddress;
import java.util.regex.Pattern;

/// Where a worker listens: `HOST:PORT`, an IPv6 address in brackets. Nothing is looked up.
/// *Immutable.*
///
/// @param host a name or an address, without brackets
/// @param port from 1 to 65535: it must be known before anyone listens there
public record Endpoint(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]{2,45})]|([0-9A-Za-z._-]{1,253})):(\\d{1,5})");

  /// Checks the port.
  public Endpoint {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a port is a number from 1 to 65535, not " + port);
    }
  }

  /// The endpoint written so.
  ///
  /// @throws IllegalArgumentException naming the text
  public static Endpoint of(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not an address; write HOST:PORT, as in 127.0.0.1:5701".formatted(text));
    }
    var host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return new Endpoint(host, Integer.parseInt(matcher.group(3)));
  }

  /// Whether only this machine can reach it. Of names that is known of `localhost` alone (RFC 6761
  /// section 6.3).
  public boolean isLoopback() {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
