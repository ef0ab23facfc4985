package dev.crawler.core.handle.zstd;

/// The bytes are no Zstandard. Thrown far down and caught by [ZstdDecoder] alone, which makes a
/// value of it.
final class CorruptFrame extends RuntimeException {
  CorruptFrame(String what) {
    super(what, null, false, false);
  }

  static void unless(boolean sound, String what) {
    if (!sound) {
      throw new CorruptFrame(what);
    }
  }
}
