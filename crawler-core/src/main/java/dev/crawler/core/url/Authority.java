package dev.crawler.core.url;

/// What became of the part between the slashes and the path. *Immutable.*
sealed interface Authority {
  /// The value of {@link WellFormed#port} for the scheme's own, which is not written.
  int STANDARD_PORT = -1;

  int GREATEST_PORT = 65_535;

  /// An authority with a host.
  ///
  /// @param at the index of the last `@`, or -1 when there is no user information
  /// @param host as it is serialised
  /// @param port the port, or {@link #STANDARD_PORT}
  /// @param end where the path begins
  record WellFormed(int at, String host, int port, int end) implements Authority {}

  /// No authority; `why` quotes nothing, since a password may be among it.
  record Malformed(String why) implements Authority {}

  static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  /// Reads the authority that begins at `from`: authority, host and port state.
  static Authority parse(String text, int from, int defaultPort) {
    var end = UrlText.endOfPart(text, from);
    var at = text.lastIndexOf('@', end - 1);
    var hostStart = Math.max(at + 1, from);
    var hostEnd = hostEnd(text, hostStart, end);
    if (hostEnd == hostStart) {
      return new Malformed("no host");
    }
    var port = hostEnd == end ? STANDARD_PORT : port(text, hostEnd + 1, end, defaultPort);
    if (port > GREATEST_PORT) {
      return new Malformed("the port is no number from 0 to 65535");
    }
    return switch (HostParser.parse(text.substring(hostStart, hostEnd))) {
      case HostParser.Rejected(var why) -> new Malformed(why);
      case HostParser.Accepted(var host) -> new WellFormed(at, host, port, end);
    };
  }

  /// The first colon outside brackets, or `end`.
  private static int hostEnd(String text, int from, int end) {
    var inBrackets = false;
    for (var i = from; i < end; i++) {
      var c = text.charAt(i);
      if (c == ':' && !inBrackets) {
        return i;
      }
      inBrackets = c == '[' || inBrackets && c != ']';
    }
    return end;
  }

  /// A number above {@link #GREATEST_PORT} when the text is no port.
  private static int port(String text, int from, int end, int defaultPort) {
    if (from == end) {
      return STANDARD_PORT;
    }
    var port = 0;
    for (var i = from; i < end && port <= GREATEST_PORT; i++) {
      var digit = text.charAt(i) - '0';
      port = digit >= 0 && digit <= 9 ? port * 10 + digit : GREATEST_PORT + 1;
    }
    return port == defaultPort ? STANDARD_PORT : port;
  }
}
