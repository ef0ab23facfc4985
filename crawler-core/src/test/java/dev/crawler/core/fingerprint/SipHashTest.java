package dev.crawler.core.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipHashTest {
  /// The key of the reference's vectors: bytes 0 to 15.
  private final SipHash hash = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

  /// From `vectors.h` of the reference implementation: the first so many bytes of 0, 1, 2, …
  @ParameterizedTest
  @CsvSource({
    "0, a3817f04ba25a8e66df67214c7550293",
    "1, da87c1d86b99af44347659119b22fc45",
    "8, 3b62a9ba6258f5610f83e264f31497b4",
    "15, 5493e99933b0a8117e08ec0f97cfc3d9"
  })
  void yieldsTheVectorsOfTheReference(int length, String expected) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) i);
    }

    hash.hash(text.toString());

    assertThat(hex(hash.first()) + hex(hash.second())).isEqualTo(expected);
  }

  @Test
  void isKeyed() {
    var other = new SipHash(1, 2);

    hash.hash("http://a/");
    other.hash("http://a/");

    assertThat(hash.first()).isNotEqualTo(other.first());
  }

  private static String hex(long word) {
    return HexFormat.of().toHexDigits(Long.reverseBytes(word));
  }
}
