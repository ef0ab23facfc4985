package dev.crawler.core.handle;

/// What stands around the deflated part of a gzip member (RFC 1952 section 2.3). *No state.*
final class GzipFraming {
  /// Length of checksum and size after the deflated part.
  static final int TRAILER = 8;

  /// The input ends within the header.
  static final int CUT = -1;

  /// It is no gzip header.
  static final int INVALID = -2;

  private static final int FIXED = 10;
  private static final int CHECKSUM = 0x02;
  private static final int EXTRA = 0x04;
  private static final int NAME = 0x08;
  private static final int COMMENT = 0x10;
  private static final int RESERVED = 0xE0;

  private GzipFraming() {}

  /// Whether another member begins there.
  static boolean startsAt(DecodedBody.Content in, int position) {
    return position + 1 < in.length() && at(in, position) == 0x1F && at(in, position + 1) == 0x8B;
  }

  /// Index of the first byte after the header that begins there, or [#CUT], or [#INVALID].
  static int endOfHeader(DecodedBody.Content in, int position) {
    if (in.length() - position >= 2 && !startsAt(in, position)) {
      return INVALID;
    }
    if (in.length() - position < FIXED) {
      return CUT;
    }
    int flags = at(in, position + 3);
    if (at(in, position + 2) != 8 || (flags & RESERVED) != 0) {
      return INVALID;
    }
    int end = position + FIXED;
    if ((flags & EXTRA) != 0) {
      end += 2 + at(in, end) + (at(in, end + 1) << 8);
    }
    if ((flags & NAME) != 0) {
      end = afterZero(in, end);
    }
    if ((flags & COMMENT) != 0) {
      end = afterZero(in, end);
    }
    if ((flags & CHECKSUM) != 0) {
      end += 2;
    }
    return end <= in.length() ? end : CUT;
  }

  /// Whether the trailer there has that checksum and that size.
  static boolean trailerIs(long checksum, int size, DecodedBody.Content in, int position) {
    return little(in, position) == checksum && little(in, position + 4) == (size & 0xFFFF_FFFFL);
  }

  private static int afterZero(DecodedBody.Content in, int from) {
    int i = from;
    while (i < in.length() && at(in, i) != 0) {
      i++;
    }
    return i + 1;
  }

  private static long little(DecodedBody.Content in, int index) {
    long value = 0;
    for (int i = 3; i >= 0; i--) {
      value = value << 8 | at(in, index + i);
    }
    return value;
  }

  private static int at(DecodedBody.Content in, int index) {
    return index < in.length() ? in.bytes()[index] & 0xFF : 0;
  }
}
