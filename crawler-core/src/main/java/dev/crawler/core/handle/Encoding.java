package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// One encoding of the Encoding Standard. Decoding never fails: what is malformed becomes U+FFFD,
/// so the text is always well-formed. *Immutable.*
final class Encoding {
  private static final char REPLACEMENT = '\uFFFD';
  private static final int FIRST_OF_TABLE = 0xA1;

  private final String name;
  private final Charset charset;
  private final boolean singleByte;
  private final @Nullable String upperHalf;

  private Encoding(String name, Charset charset, @Nullable String upperHalf) {
    this.name = name;
    this.charset = charset;
    this.singleByte = name.startsWith("windows-");
    this.upperHalf = upperHalf;
  }

  /// An encoding that the JDK reads.
  static Encoding of(String name, Charset charset) {
    return new Encoding(name, charset, null);
  }

  /// A single-byte encoding that the JDK does not have, by its characters from 0xA1 on.
  static Encoding of(String name, String upperHalf) {
    return new Encoding(name, ISO_8859_1, upperHalf);
  }

  /// The name in the Encoding Standard.
  String label() {
    return name;
  }

  /// The text of these bytes.
  String decode(byte[] bytes, int from, int to) {
    var text = new String(bytes, from, to - from, charset);
    if (upperHalf != null) {
      return withUpperHalf(text, upperHalf);
    }
    return singleByte && text.indexOf(REPLACEMENT) >= 0 ? withControls(text, bytes, from) : text;
  }

  /// The standard gives bytes 0x80 to 0x9F that a Windows code page leaves open the control
  /// characters of that number, the JDK does not.
  private static String withControls(String text, byte[] bytes, int from) {
    var characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      int octet = bytes[from + i] & 0xFF;
      if (characters[i] == REPLACEMENT && octet < 0xA0) {
        characters[i] = (char) octet;
      }
    }
    return new String(characters);
  }

  private static String withUpperHalf(String text, String table) {
    var characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      if (characters[i] >= FIRST_OF_TABLE) {
        characters[i] = table.charAt(characters[i] - FIRST_OF_TABLE);
      }
    }
    return new String(characters);
  }

  @Override
  public String toString() {
    return name;
  }
}
