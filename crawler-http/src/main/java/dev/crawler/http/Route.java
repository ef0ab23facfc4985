package dev.crawler.http;

import dev.crawler.core.url.Origin;

/// What one kept connection can serve again. Whether private addresses were allowed is part of it,
/// so that a connection never serves a task that would not have been let onto its address.
/// *Immutable.*
record Route(Origin origin, boolean mayBePrivate) {
  /// The host as resolvers and certificates know it: no brackets, no dot at the end.
  String name() {
    var host = origin.host();
    if (host.startsWith("[")) {
      return host.substring(1, host.length() - 1);
    }
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  boolean isSecure() {
    return origin.scheme().equals("https");
  }
}
