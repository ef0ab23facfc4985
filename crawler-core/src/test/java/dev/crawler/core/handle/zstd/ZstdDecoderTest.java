package dev.crawler.core.handle.zstd;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.handle.zstd.ZstdDecoder.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Samples are what `zstd` 1.5.4 made, named after the checksum of their content and its level.
@Tag("spec:H12")
class ZstdDecoderTest {
  private static final int LIMIT = 1 << 20;
  private static final String FRAME = "28b52ffd";

  private final ZstdDecoder decoder = new ZstdDecoder(_ -> {});

  private static List<Path> samples() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of(System.getProperty("basedir", ""), "src/test/resources/zstd"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void samplesOfEveryLevelAreUndone(Path sample) throws Exception {
    var in = Files.readAllBytes(sample);

    assertThat(decoder.decode(in, in.length, LIMIT)).isEqualTo(End.DONE);
    assertThat(sample.getFileName().toString()).startsWith(checksum());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleThatIsCutEndsEarly(Path sample) throws IOException {
    var in = Files.readAllBytes(sample);

    for (int length = 1; length < in.length; length += 1 + length / 7) {
      assertThat(decoder.decode(in, length, LIMIT))
          .as("cut to %d", length)
          .isEqualTo(End.INPUT_ENDED);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whateverIsChangedItEnds(Path sample) throws IOException {
    var in = Files.readAllBytes(sample);
    var random = new Random(1);

    for (int i = 0; i < 300; i++) {
      var changed = in.clone();
      for (int k = 0; k < 3; k++) {
        changed[random.nextInt(Math.min(200, in.length))] = (byte) random.nextInt();
      }
      var end = decoder.decode(changed, changed.length, LIMIT);
      assertThat(decoder.length()).as("%s", end).isLessThanOrEqualTo(LIMIT);
    }
  }

  @Test
  void framesFollowEachOtherAndSkippableOnesAreSkipped() throws IOException {
    var one = Files.readAllBytes(samples().getFirst());
    var skipped = HexFormat.of().parseHex("5a2a4d1803000000ffffff");
    var both = new byte[2 * one.length + skipped.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(skipped, 0, both, one.length, skipped.length);
    System.arraycopy(one, 0, both, one.length + skipped.length, one.length);
    var _ = decoder.decode(one, one.length, LIMIT);
    int length = decoder.length();

    assertThat(decoder.decode(both, both.length, LIMIT)).isEqualTo(End.DONE);
    assertThat(decoder.length()).isEqualTo(2 * length);
  }

  @Test
  void aBombCostsTheLimit() {
    var in = HexFormat.of().parseHex(FRAME + "0068" + "02001020".repeat(10_000) + "03001020");

    assertThat(decoder.decode(in, in.length, LIMIT)).isEqualTo(End.LIMIT);
    assertThat(decoder.length()).isEqualTo(LIMIT);
    assertThat(decoder.bytes().length).isLessThan(3 * LIMIT);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "0069010000, a window above 8 MiB",
    "00f8010000, the largest window",
    "e0ffffffffffffff7f010000, a single segment of any size",
    "0100ff010000, a dictionary",
    "0868010000, a reserved bit",
    "0068070000, a reserved block type",
    "2005010000, less than the frame says",
    "046801000012345678, a wrong checksum",
    "00680d0000ff, a compressed block of nothing sensible",
    "0068090000, no literals"
  })
  void whatCannotBeIsRefused(String rest, String why) {
    var in = HexFormat.of().parseHex(FRAME + rest);

    assertThat(decoder.decode(in, in.length, LIMIT)).as(why).isIn(End.INVALID, End.INPUT_ENDED);
  }

  @Test
  void whatWasDecodedCanBeDecodedAgain() {
    var inner = HexFormat.of().parseHex(FRAME + "0068" + "1900006162"); // a raw block: "ab" and one
    var plain = HexFormat.of().parseHex(FRAME + "0068" + "110000" + "6162");
    var twice =
        HexFormat.of().parseHex(FRAME + "0068" + "%02x0000".formatted(plain.length << 3 | 1));
    var outer = Arrays.copyOf(twice, twice.length + plain.length);
    System.arraycopy(plain, 0, outer, twice.length, plain.length);

    assertThat(decoder.decode(inner, inner.length, LIMIT)).isEqualTo(End.INPUT_ENDED);
    assertThat(decoder.decode(outer, outer.length, LIMIT)).isEqualTo(End.DONE);
    assertThat(decoder.decode(decoder.bytes(), decoder.length(), LIMIT)).isEqualTo(End.DONE);
    assertThat(new String(decoder.bytes(), 0, decoder.length(), US_ASCII)).isEqualTo("ab");
  }

  private String checksum() throws Exception {
    var sha = MessageDigest.getInstance("SHA-256");
    sha.update(decoder.bytes(), 0, decoder.length());
    return HexFormat.of().formatHex(sha.digest()).substring(0, 16);
  }
}
