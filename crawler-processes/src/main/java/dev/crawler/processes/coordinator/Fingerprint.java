package dev.crawler.processes.coordinator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;

/// Texts on their way, and by what they are known again once all have passed. *Confined to one
/// thread.*
final class Fingerprint implements Iterable<String> {
  private final Iterable<String> texts;
  private final MessageDigest digest = sha256();

  /// @param texts to be iterated once
  Fingerprint(Iterable<String> texts) {
    this.texts = texts;
  }

  /// That of some bytes.
  static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /// That of the texts that have passed.
  String value() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /// That of all texts, when nobody else wants them.
  String exhausted() {
    for (var _ : this) {
      // each is counted in on its way
    }
    return value();
  }

  @Override
  public Iterator<String> iterator() {
    var source = texts.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return source.hasNext();
      }

      @Override
      public String next() {
        var text = source.next();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return text;
      }
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
