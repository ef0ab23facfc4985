package dev.crawler.core.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A form of IPv6 address that wraps an IPv4 one. *Immutable.*
///
/// @param block where the form is used
/// @param offset of the first wrapped octet
/// @param inverted whether the wrapped octets are stored with all bits flipped
record EmbeddedAddress(AddressBlock block, int offset, boolean inverted) {
  private static final int IPV4_LENGTH = 4;
  private static final int ISATAP_OFFSET = 8;

  private static final List<EmbeddedAddress> FORMS =
      List.of(
          at(12, "::/96", "IPv4-compatible, RFC 4291 section 2.5.5.1"),
          at(12, "::ffff:0:0:0/96", "IPv4-translated, RFC 2765"),
          at(12, "64:ff9b::/96", "NAT64, RFC 6052"),
          at(2, "2002::/16", "6to4, RFC 3056"),
          new EmbeddedAddress(AddressBlock.of("2001::/32", "Teredo, RFC 4380"), 12, true));

  private static EmbeddedAddress at(int offset, String cidr, String kind) {
    return new EmbeddedAddress(AddressBlock.of(cidr, kind), offset, false);
  }

  /// The IPv4 address inside, if there is one.
  static Optional<InetAddress> within(byte[] octets) {
    if (isMapped(octets) || isIsatap(octets)) {
      return Optional.of(slice(octets, 12, false));
    }
    return FORMS.stream()
        .filter(form -> form.block.contains(octets))
        .findFirst()
        .map(form -> slice(octets, form.offset, form.inverted));
  }

  /// `::ffff:a.b.c.d`. Not in the table, because [InetAddress] reads its prefix as IPv4.
  private static boolean isMapped(byte[] octets) {
    return octets.length == 16
        && octets[10] == (byte) 0xff
        && octets[11] == (byte) 0xff
        && Arrays.equals(octets, 0, 10, new byte[10], 0, 10);
  }

  /// An interface identifier of `0000:5efe` or `0200:5efe` under any prefix (RFC 5214).
  private static boolean isIsatap(byte[] octets) {
    return octets.length == 16
        && (octets[ISATAP_OFFSET] & ~2) == 0
        && octets[ISATAP_OFFSET + 1] == 0
        && octets[ISATAP_OFFSET + 2] == 0x5e
        && octets[ISATAP_OFFSET + 3] == (byte) 0xfe;
  }

  private static InetAddress slice(byte[] octets, int offset, boolean inverted) {
    var inner = Arrays.copyOfRange(octets, offset, offset + IPV4_LENGTH);
    for (int i = 0; inverted && i < inner.length; i++) {
      inner[i] = (byte) ~inner[i];
    }
    try {
      return InetAddress.getByAddress(inner);
    } catch (UnknownHostException e) {
      throw new AssertionError("four octets are an address", e);
    }
  }
}
