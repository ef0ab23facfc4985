package dev.crawler.core.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/// SipHash-2-4 with 128 bits (Aumasson, Bernstein): a hash with a secret key, so that nobody can
/// choose two URLs that are taken for one, or many that are looked for in the same place. What it
/// yields is good for one process. *Confined to its owner.*
final class SipHash {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// The key of this process; a class of its own, so that it is drawn when it is needed.
  private static final class Secret {
    private static final long FIRST;
    private static final long SECOND;

    static {
      var random = new SecureRandom();
      FIRST = random.nextLong();
      SECOND = random.nextLong();
    }
  }

  private final long key0;
  private final long key1;
  private long v0;
  private long v1;
  private long v2;
  private long v3;
  private long first;
  private long second;

  SipHash(long key0, long key1) {
    this.key0 = key0;
    this.key1 = key1;
  }

  static SipHash ofThisProcess() {
    return new SipHash(Secret.FIRST, Secret.SECOND);
  }

  /// Hashes a text; the result is in [#first] and [#second] until the next one.
  void hash(String text) {
    var bytes = text.getBytes(UTF_8);
    v0 = key0 ^ 0x736f6d6570736575L;
    v1 = key1 ^ 0x646f72616e646f6dL ^ 0xee;
    v2 = key0 ^ 0x6c7967656e657261L;
    v3 = key1 ^ 0x7465646279746573L;
    int whole = bytes.length & -Long.BYTES;
    for (int i = 0; i < whole; i += Long.BYTES) {
      mix((long) WORDS.get(bytes, i));
    }
    long last = (long) bytes.length << 56;
    for (int i = whole; i < bytes.length; i++) {
      last |= (bytes[i] & 0xffL) << 8 * (i - whole);
    }
    mix(last);
    v2 ^= 0xee;
    rounds(4);
    first = v0 ^ v1 ^ v2 ^ v3;
    v1 ^= 0xdd;
    rounds(4);
    second = v0 ^ v1 ^ v2 ^ v3;
  }

  long first() {
    return first;
  }

  long second() {
    return second;
  }

  private void mix(long word) {
    v3 ^= word;
    rounds(2);
    v0 ^= word;
  }

  private void rounds(int count) {
    long a = v0;
    long b = v1;
    long c = v2;
    long d = v3;
    for (int i = 0; i < count; i++) {
      a += b;
      c += d;
      b = Long.rotateLeft(b, 13) ^ a;
      d = Long.rotateLeft(d, 16) ^ c;
      a = Long.rotateLeft(a, 32);
      c += b;
      a += d;
      b = Long.rotateLeft(b, 17) ^ c;
      d = Long.rotateLeft(d, 21) ^ a;
      c = Long.rotateLeft(c, 32);
    }
    v0 = a;
    v1 = b;
    v2 = c;
    v3 = d;
  }
}
