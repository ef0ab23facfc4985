package dev.crawler.core.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The way through a proxy to one host: what to ask the proxy for, and what its answer means (RFC
/// 9110 section 9.3.6). Does no I/O; the client sends [#request()] and feeds what comes back, until
/// [#take(ByteBuffer)] is true or throws. *Confined to one thread at a time.*
public final class Tunnel {
  private static final int LONGEST = 64 << 10;
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( .*)?");

  private final ProxyServer proxy;
  private final String authority;
  private final StringBuilder answer = new StringBuilder();

  private Tunnel(ProxyServer proxy, String authority) {
    this.proxy = proxy;
    this.authority = authority;
  }

  /// A way that is still to be asked for.
  ///
  /// @param name of the host, as [AddressBook#nameOf] has it
  public static Tunnel through(ProxyServer proxy, String name, int port) {
    return new Tunnel(proxy, ProxyServer.authority(name, port));
  }

  /// What to send to the proxy.
  public byte[] request() {
    var request = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n";
    if (!proxy.authorization().isEmpty()) {
      request += "Proxy-Authorization: " + proxy.authorization() + "\r\n";
    }
    return (request + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  /// Takes in what came.
  ///
  /// @return whether the way is open; false when more must come
  /// @throws ProxyException when it will not be
  public boolean take(ByteBuffer bytes) throws ProxyException {
    while (bytes.hasRemaining()) {
      answer.append((char) (bytes.get() & 0xff));
      if (isWhole()) {
        requireOpen();
        if (bytes.hasRemaining()) { // TLS is begun by us
          throw lost();
        }
        return true;
      }
      if (answer.length() > LONGEST) {
        throw lost();
      }
    }
    return false;
  }

  /// The proxy has hung up, or its time is over.
  public ProxyException lost() {
    return ProxyException.silent(proxy);
  }

  private boolean isWhole() {
    int end = answer.length();
    return end > 1
        && answer.charAt(end - 1) == '\n'
        && (answer.charAt(end - 2) == '\n'
            || end > 2 && answer.charAt(end - 2) == '\r' && answer.charAt(end - 3) == '\n');
  }

  private void requireOpen() throws ProxyException {
    var line = answer.substring(0, answer.indexOf("\n")).stripTrailing();
    var status = STATUS_LINE.matcher(line);
    if (!status.matches()) {
      throw lost();
    }
    if (status.group(1).charAt(0) != '2') {
      throw ProxyException.refused(proxy, Integer.parseInt(status.group(1)));
    }
  }
}
