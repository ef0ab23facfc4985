package dev.crawler.core.fetch;

import java.net.InetAddress;

/// Addresses that share their leading bits. *Immutable by convention: the array is not handed out.*
///
/// @param prefix a whole address, 4 or 16 octets
/// @param bits how many of its leading bits count
/// @param kind what the block is for
@SuppressWarnings("ArrayRecordComponent") // never compared
record AddressBlock(byte[] prefix, int bits, String kind) {
  /// A block in CIDR notation.
  static AddressBlock of(String cidr, String kind) {
    int slash = cidr.indexOf('/');
    return new AddressBlock(
        InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress(),
        Integer.parseInt(cidr.substring(slash + 1)),
        kind);
  }

  /// Whether an address of the same family lies in the block.
  boolean contains(byte[] octets) {
    if (octets.length != prefix.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    for (int i = 0; i < whole; i++) {
      if (octets[i] != prefix[i]) {
        return false;
      }
    }
    int rest = Byte.SIZE - bits % Byte.SIZE;
    return rest == Byte.SIZE || (octets[whole] ^ prefix[whole]) >> rest == 0;
  }
}
