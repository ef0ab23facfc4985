package dev.crawler.core.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Laws that hold for every URL, over texts made of what matters to a parser.
class UrlPropertyTest {
  private static final int TEXTS = 3_000;

  private static final List<String> PIECES =
      List.of(
          "/", "//", "\\", ".", "..", "%2e", "%2E", "%", "%4", "%41", "%7e", "%2f", "%zz", "%34",
          "?", "#", "@", ":", ":80", ":8443", "[::1]", "[", "]", "a", "B", "1", "0x7f", "1.2",
          "ex.com", "é", "ß", "\u00ad", "\ud83d", "\ude00", "\u3002", "xn--a", "\t", "\n", " ",
          "\u0000", "\u007f", "'", "\"", "<", "`", "{", "|", "^", "~", "+", "&", "=", ";", "http:",
          "https:", "mailto:");

  private static final List<CrawlUrl> BASES =
      List.of(
          CrawlUrl.of("http://ex.com/a/b?c#d"),
          CrawlUrl.of("https://u:p@[::1]:8443//x/../y/"),
          CrawlUrl.of("http://h"));

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  private static Optional<CrawlUrl> next(Random random) {
    var text = new StringBuilder(random.nextBoolean() ? "http://h/" : "");
    for (var i = random.nextInt(12); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    var base = BASES.get(random.nextInt(BASES.size()));
    return base.resolve(text.toString()) instanceof UrlResult.Valid(var url)
        ? Optional.of(url)
        : Optional.empty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aSerialisationReadsBackAsItself(long seed) {
    var random = new Random(seed);
    for (var i = 0; i < TEXTS; i++) {
      next(random).ifPresent(UrlPropertyTest::assertReadsBack);
    }
  }

  private static void assertReadsBack(CrawlUrl url) {
    var again = CrawlUrl.of(url.href());

    assertThat(again).isEqualTo(url);
    assertThat(again.origin()).isEqualTo(url.origin());
    assertThat(again.userInfo()).isEqualTo(url.userInfo());
    assertThat(again.path()).isEqualTo(url.path());
    assertThat(again.pathAndQuery()).isEqualTo(url.pathAndQuery());
    assertThat(again.request()).isEqualTo(url.request());
    assertThat(url.href()).matches("[!-~]+");
    assertThat(url.request().href()).isEqualTo(url.origin() + url.pathAndQuery());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aKeyIsItsOwnKey(long seed) {
    var random = new Random(seed);
    for (var i = 0; i < TEXTS; i++) {
      next(random).ifPresent(UrlPropertyTest::assertKeyIsStable);
    }
  }

  private static void assertKeyIsStable(CrawlUrl url) {
    var keyed = CrawlUrl.of(url.key());

    assertThat(keyed.key()).isEqualTo(url.key()).isSameAs(keyed.href());
    assertThat(url.request().key()).isEqualTo(url.key());
    assertThat(keyed.origin()).isEqualTo(url.origin());
    assertThat(keyed.userInfo()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anAbsoluteHrefResolvesToItselfFromAnywhere(long seed) {
    var random = new Random(seed);
    for (var i = 0; i < TEXTS; i++) {
      next(random)
          .ifPresent(url ->
              assertThat(BASES)
                  .allMatch(b -> b.resolve(url.href()).equals(new UrlResult.Valid(url))));
    }
  }
}
