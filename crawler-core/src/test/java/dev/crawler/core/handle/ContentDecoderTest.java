package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spec:H12")
class ContentDecoderTest {
  private static final int LIMIT = 100_000;
  private static final byte[] TEXT = "some text, some text, some text".getBytes(UTF_8);

  private final ContentDecoder decoder = new ContentDecoder(_ -> {});

  @AfterEach
  void close() {
    decoder.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "GZIP", " gzip ", "identity, gzip", "gzip,"})
  void gzipIsUndone(String coding) {
    assertThat(content(decode(Tasks.gzip(TEXT), coding))).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void deflateIsUndoneWithAndWithoutItsWrapping(boolean bare) {
    assertThat(content(decode(deflate(TEXT, bare), "deflate"))).isEqualTo(TEXT);
  }

  @Test
  void brotliIsUndone() {
    var body = HexFormat.of().parseHex("1b1e00f88dd365f6d3096d0dd23687a759cadee8c450114096b20f");

    assertThat(content(decode(body, "br"))).isEqualTo(TEXT);
  }

  @Test
  void brotliIsCutAtTheLimit() throws IOException {
    var body =
        Files.readAllBytes(
            Path.of(System.getProperty("basedir", ""), "src/test/resources/page.br"));
    var headers = Headers.of("Content-Encoding", "br");
    var response = new FetchResult.Response(200, headers, body, false, Tasks.TRACE);

    var whole = (DecodedBody.Content) decoder.decode(response, 20_000);
    var cut = (DecodedBody.Content) decoder.decode(response, 19_999);

    assertThat(whole.length()).isEqualTo(20_000);
    assertThat(whole.truncated()).isFalse();
    assertThat(cut.length()).isEqualTo(19_999);
    assertThat(cut.truncated()).isTrue();
  }

  @Test
  void zstdIsUndoneAlsoTwice() {
    var once = HexFormat.of().parseHex("28b52ffd0068" + "110000" + "6162");
    var head = HexFormat.of().parseHex("28b52ffd0068" + "590000");
    var twice = Arrays.copyOf(head, head.length + once.length);
    System.arraycopy(once, 0, twice, head.length, once.length);

    assertThat(content(decode(once, "zstd"))).isEqualTo("ab".getBytes(UTF_8));
    assertThat(content(decode(twice, "zstd, zstd"))).isEqualTo("ab".getBytes(UTF_8));
    assertThat(content(decode(Tasks.gzip(once), "zstd, gzip"))).isEqualTo("ab".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd"})
  void whatIsCodedOtherwiseIsRefused(String coding) {
    var html = "<!doctype html><p>not what it says".getBytes(UTF_8);

    assertThat(decode(html, coding))
        .isEqualTo(new DecodedBody.Unreadable(FailureReason.DECODE, "body is not " + coding));
  }

  @Test
  void stackedCodingsAreUndoneFromTheLast() {
    var body = Tasks.gzip(deflate(Tasks.gzip(TEXT), false));

    assertThat(content(decode(body, "gzip, deflate, gzip"))).isEqualTo(TEXT);
  }

  @Test
  void allMembersOfAGzipFileCountAndWhatFollowsDoesNot() {
    var out = new ByteArrayOutputStream();
    out.writeBytes(Tasks.gzip(TEXT));
    out.writeBytes(Tasks.gzip("more".getBytes(UTF_8)));
    out.writeBytes(new byte[20]);

    var content = content(decode(out.toByteArray(), "gzip"));

    assertThat(new String(content, UTF_8)).isEqualTo(new String(TEXT, UTF_8) + "more");
  }

  @Test
  void randomContentOfAnyLengthComesBackAsItWas() {
    for (long seed = 0; seed < 50; seed++) {
      var random = new Random(seed);
      var content = new byte[random.nextInt(LIMIT)];
      random.nextBytes(content);
      Arrays.fill(content, content.length / 2, content.length, (byte) 'x');

      assertThat(content(decode(Tasks.gzip(content), "gzip")))
          .as("seed %d", seed)
          .isEqualTo(content);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {LIMIT - 1, LIMIT, LIMIT + 1})
  void contentIsCutAtTheLimitOnlyWhenItIsLonger(int length) {
    var decoded = (DecodedBody.Content) decode(Tasks.gzip(new byte[length]), "gzip");

    assertThat(decoded.length()).isEqualTo(Math.min(length, LIMIT));
    assertThat(decoded.truncated()).isEqualTo(length > LIMIT);
  }

  @Test
  void aBombWithinABombCostsTheLimit() {
    var bomb = Tasks.gzip(Tasks.gzip(new byte[200 << 20]));

    var decoded = (DecodedBody.Content) decode(bomb, "gzip, gzip");

    assertThat(bomb).hasSizeLessThan(10_000);
    assertThat(decoded.length()).isEqualTo(LIMIT);
    assertThat(decoded.bytes()).hasSizeLessThanOrEqualTo(4 * LIMIT);
    assertThat(decoded.truncated()).isTrue();
  }

  @Test
  void plainContentIsCutAtTheLimitToo() {
    var decoded = (DecodedBody.Content) decode(new byte[LIMIT + 1], "identity");

    assertThat(decoded.length()).isEqualTo(LIMIT);
    assertThat(decoded.truncated()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd", "compress", "gzip, br", "nonsense"})
  void aCodingThatWasNotAskedForFails(String coding) {
    assertThat(reason(decode(Tasks.gzip(TEXT), coding))).isEqualTo(FailureReason.DECODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate"})
  void plainTextThatSaysOtherwiseFails(String coding) {
    assertThat(reason(decode(TEXT, coding))).isEqualTo(FailureReason.DECODE);
  }

  @Test
  void aWrongChecksumFails() {
    var body = Tasks.gzip(TEXT);
    body[body.length - 5] ^= 1;

    assertThat(reason(decode(body, "gzip"))).isEqualTo(FailureReason.DECODE);
  }

  @Test
  void moreThanFiveCodingsBreakTheProtocol() {
    assertThat(reason(decode(TEXT, "gzip" + ", gzip".repeat(19))))
        .isEqualTo(FailureReason.PROTOCOL);
  }

  @Test
  void aBodyCutAnywhereIsTruncatedAndFailsOnlyWhenTheCutWasNotOurs() {
    var content = new byte[5000];
    new Random(1).nextBytes(content);
    var whole = Tasks.gzip(content);
    for (int length = 1; length < whole.length; length += 7) {
      var body = Arrays.copyOf(whole, length);

      var theirs = decode(body, "gzip");
      var ours = (DecodedBody.Content) decoder.decode(response(body, true, "gzip"), LIMIT);

      assertThat(reason(theirs)).as("cut at %d", length).isEqualTo(FailureReason.TRUNCATED);
      assertThat(ours.truncated()).isTrue();
      assertThat(content(ours)).isEqualTo(Arrays.copyOf(content, ours.length()));
    }
  }

  @Test
  void anEmptyBodyIsEmptyWhateverItSays() {
    assertThat(content(decode(new byte[0], "gzip"))).isEmpty();
  }

  @Test
  void randomBytesNeverDoWorseThanFail() {
    for (long seed = 0; seed < 2000; seed++) {
      var random = new Random(seed);
      var body = seed % 2 == 0 ? Tasks.gzip(TEXT) : deflate(TEXT, false);
      body[random.nextInt(body.length)] = (byte) random.nextInt();
      body[random.nextInt(body.length)] = (byte) random.nextInt();

      assertThat(decode(body, seed % 2 == 0 ? "gzip" : "deflate")).as("seed %d", seed).isNotNull();
    }
  }

  private DecodedBody decode(byte[] body, String coding) {
    return decoder.decode(response(body, false, coding), LIMIT);
  }

  private static FetchResult.Response response(byte[] body, boolean truncated, String coding) {
    return new FetchResult.Response(
        200, Headers.of("Content-Encoding", coding), body, truncated, Tasks.TRACE);
  }

  private static byte[] content(DecodedBody decoded) {
    var content = (DecodedBody.Content) decoded;
    return Arrays.copyOf(content.bytes(), content.length());
  }

  private static FailureReason reason(DecodedBody decoded) {
    return ((DecodedBody.Unreadable) decoded).reason();
  }

  private static byte[] deflate(byte[] content, boolean bare) {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
    deflater.setInput(content);
    deflater.finish();
    var out = new byte[content.length + 100];
    int length = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, length);
  }
}
