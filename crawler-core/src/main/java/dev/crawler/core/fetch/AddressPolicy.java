package dev.crawler.core.fetch;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// Which addresses are on the public Internet, and so may be connected to without the user's word
/// for it.
///
/// The blocks are those of the IANA special-purpose registries (RFC 6890) that a router may carry
/// to something nearby. An IPv6 address that wraps an IPv4 one is as public as what it wraps,
/// because some gateway unwraps it. Fetchers ask about the very addresses they then connect to,
/// never about a name.
public final class AddressPolicy {
  private static final List<AddressBlock> RESERVED =
      List.of(
          AddressBlock.of("0.0.0.0/8", "unspecified"),
          AddressBlock.of("10.0.0.0/8", "private"),
          AddressBlock.of("100.64.0.0/10", "carrier-grade NAT"),
          AddressBlock.of("127.0.0.0/8", "loopback"),
          AddressBlock.of("169.254.0.0/16", "link-local"),
          AddressBlock.of("172.16.0.0/12", "private"),
          AddressBlock.of("192.0.0.0/24", "protocol assignments"),
          AddressBlock.of("192.168.0.0/16", "private"),
          AddressBlock.of("198.18.0.0/15", "benchmarking"),
          AddressBlock.of("224.0.0.0/4", "multicast"),
          AddressBlock.of("240.0.0.0/4", "reserved"),
          AddressBlock.of("::/128", "unspecified"),
          AddressBlock.of("::1/128", "loopback"),
          AddressBlock.of("64:ff9b:1::/48", "local NAT64"),
          AddressBlock.of("100::/64", "discard"),
          AddressBlock.of("fc00::/7", "unique local"),
          AddressBlock.of("fe80::/10", "link-local"),
          AddressBlock.of("fec0::/10", "site-local"),
          AddressBlock.of("ff00::/8", "multicast"));

  private AddressPolicy() {}

  /// What kind of address it is when it is not a public one, such as `loopback`.
  public static Optional<String> objection(InetAddress address) {
    var octets = address.getAddress();
    for (var block : RESERVED) {
      if (block.contains(octets)) {
        return Optional.of(block.kind());
      }
    }
    return EmbeddedAddress.within(octets)
        .flatMap(inner -> objection(inner).map(kind -> kind + " inside IPv6"));
  }

  /// Refuses a host with an address that is not a public one: for requests through a proxy, which
  /// does not say to which of them it connects.
  public static void requirePublic(List<InetAddress> found) throws ForbiddenAddressException {
    for (var address : found) {
      if (objection(address).isPresent()) {
        throw new ForbiddenAddressException(AddressBook.textOf(address));
      }
    }
  }

  /// Those that a task may connect to, in their order: all of them, or the public ones.
  public static List<InetAddress> allowed(List<InetAddress> found, boolean mayBePrivate) {
    return mayBePrivate
        ? found
        : found.stream().filter(address -> objection(address).isEmpty()).toList();
  }
}
