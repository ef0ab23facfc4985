package dev.crawler.tck.hostile;

import dev.crawler.core.fetch.NameResolver;
import dev.crawler.tck.tls.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// Under which name a server is reached, where that leads, and who the server says it is.
/// *Immutable.*
///
/// @param name of the host; with a leading dot, any name that ends in it
/// @param addresses finds those of the name
/// @param identity what it shows of itself over TLS
record Host(String name, NameResolver addresses, Identity identity) {
  /// The address that the server listens at.
  static final Host HERE = leadingTo("127.0.0.1", "127.0.0.1");

  /// One of the names that certificates of the server were made for.
  static final String SECURE_NAME = "secure.example";

  /// A name with these addresses, in this order.
  static Host leadingTo(String name, String... literals) {
    var found = Stream.of(literals).map(InetAddress::ofLiteral).toList();
    return new Host(name, _ -> found, Identity.TRUE);
  }

  /// A name that does not exist.
  static Host unknown(String name) {
    return new Host(
        name,
        _ -> {
          throw new UnknownHostException(name);
        },
        Identity.TRUE);
  }

  /// A name of which the name server can say nothing now.
  static Host failing(String name) {
    return new Host(
        name,
        _ -> {
          throw new IOException("temporary failure in name resolution");
        },
        Identity.TRUE);
  }

  /// A name whose look-up never ends by itself.
  static Host silent(String name) {
    var never = new CountDownLatch(1);
    return new Host(
        name,
        _ -> {
          try {
            never.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          throw new UnknownHostException(name + ": no answer");
        },
        Identity.TRUE);
  }

  /// A name that leads here, for which the server has a certificate.
  static Host secure(Identity identity) {
    return new Host(SECURE_NAME, HERE.addresses, identity);
  }

  /// The name, or the first of the names.
  String first() {
    return name.startsWith(".") ? "1" + name : name;
  }

  boolean answersTo(String host) {
    return name.startsWith(".") ? host.endsWith(name) : host.equals(name);
  }
}
