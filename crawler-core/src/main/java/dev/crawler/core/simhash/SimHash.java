package dev.crawler.core.simhash;

import java.util.HexFormat;

/// A fingerprint of a text: texts that share most of their shingles differ in few of its 64 bits,
/// unrelated ones in about half of them. *Immutable.*
public record SimHash(long bits) {
  private static final int DIGITS = 16;

  /// Reads what [#toString()] writes.
  ///
  /// @throws IllegalArgumentException when it is something else
  public static SimHash parse(String digits) {
    if (digits.length() != DIGITS) {
      throw new IllegalArgumentException("simhash is not of 16 hexadecimal digits");
    }
    return new SimHash(HexFormat.fromHexDigitsToLong(digits));
  }

  /// In how many bits two differ, 0 to 64.
  public int distance(SimHash other) {
    return Long.bitCount(bits ^ other.bits);
  }

  /// Sixteen lower-case hexadecimal digits.
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(bits);
  }
}
