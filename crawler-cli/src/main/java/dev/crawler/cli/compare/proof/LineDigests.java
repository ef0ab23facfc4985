package dev.crawler.cli.compare.proof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;

/// The SHA-256 of each line of a file, sorted. Two files whose digests are the same have the same
/// lines, in whichever order: sorted, they are the same to the byte. *Immutable.*
final class LineDigests {
  private final List<byte[]> sorted;

  private LineDigests(List<byte[]> sorted) {
    this.sorted = sorted;
  }

  /// Those of a file, without their line ends.
  static LineDigests of(Path file) throws IOException {
    var digests = new ArrayList<byte[]>();
    forEach(file, (_, digest) -> digests.add(digest));
    digests.sort(Arrays::compareUnsigned);
    return new LineDigests(digests);
  }

  /// Goes through the lines of a file.
  ///
  /// @param action takes each line and its digest
  static void forEach(Path file, BiConsumer<byte[], byte[]> action) throws IOException {
    var sha = sha256();
    var line = new LineBuffer();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        if (octet == '\n') {
          var bytes = line.take();
          action.accept(bytes, sha.digest(bytes));
        } else {
          line.add((byte) octet);
        }
      }
    }
    if (!line.isEmpty()) {
      var bytes = line.take();
      action.accept(bytes, sha.digest(bytes));
    }
  }

  int count() {
    return sorted.size();
  }

  /// SHA-256 of all of them, as hexadecimal digits.
  String digest() {
    var sha = sha256();
    sorted.forEach(sha::update);
    return HexFormat.of().formatHex(sha.digest());
  }

  boolean isSameAs(LineDigests other) {
    return count() == other.count() && lackingIn(other).isEmpty();
  }

  /// Those that the other has not, or not as often; sorted.
  List<byte[]> lackingIn(LineDigests other) {
    var lacking = new ArrayList<byte[]>();
    int there = 0;
    for (var digest : sorted) {
      while (there < other.count() && Arrays.compareUnsigned(other.sorted.get(there), digest) < 0) {
        there++;
      }
      if (there < other.count() && Arrays.equals(other.sorted.get(there), digest)) {
        there++;
      } else {
        lacking.add(digest);
      }
    }
    return lacking;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /// Bytes of a line so far.
  private static final class LineBuffer {
    private byte[] bytes = new byte[4096];
    private int length;

    void add(byte octet) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * length);
      }
      bytes[length++] = octet;
    }

    boolean isEmpty() {
      return length == 0;
    }

    byte[] take() {
      var line = Arrays.copyOf(bytes, length);
      length = 0;
      return line;
    }
  }
}
