package dev.crawler.processes.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
  private static final Envelope ENVELOPE = new Envelope("test", 1);

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 63, 64, -64, -65, 1 << 20, Long.MAX_VALUE, Long.MIN_VALUE})
  void aNumberIsReadAgain(long number) {
    assertThat(again(number, WireOutput::number, WireInput::number)).isEqualTo(number);
  }

  @Test
  void smallNumbersAreShort() {
    var lengths = LongStream.of(0, -64, 63, 64, 8_191, 8_192).map(WireTest::octets);

    assertThat(lengths).containsExactly(1L, 1L, 1L, 2L, 2L, 3L);
  }

  @Test
  void anyTextIsReadAgainCharacterByCharacter() {
    for (long seed = 0; seed < 2_000; seed++) {
      var random = new Random(seed);
      var text = text(random);

      assertThat(again(text, WireOutput::text, WireInput::text))
          .as("seed %d", seed)
          .isEqualTo(text);
    }
  }

  @Test
  void aTextMayBeLong() {
    var text = "\u1234".repeat(100_000);

    assertThat(again(text, WireOutput::text, WireInput::text)).isEqualTo(text);
  }

  @Test
  void theVocabularyIsReadAgain() {
    var link =
        new Link(CrawlUrl.of("https://ä.example/a?b"), 3, 2, CrawlUrl.of("http://[::1]:81/"));
    var url = CrawlUrl.of("http://u:p@ex.com/#top");
    var time = Instant.parse("2026-11-20T10:00:00.123456789Z");
    var wait = Duration.ofNanos(-1);

    assertThat(again(link, WireOutput::link, WireInput::link)).isEqualTo(link);
    assertThat(again(Link.seed(url), WireOutput::link, WireInput::link)).isEqualTo(Link.seed(url));
    assertThat(again(url, WireOutput::url, WireInput::url)).isEqualTo(url);
    assertThat(again(time, WireOutput::instant, WireInput::instant)).isEqualTo(time);
    assertThat(again(wait, WireOutput::duration, WireInput::duration)).isEqualTo(wait);
    assertThat(again(ScopeKind.ANY, WireOutput::choice, in -> in.choice(ScopeKind.class)))
        .isEqualTo(ScopeKind.ANY);
    assertThat(again(new byte[] {1, 2}, WireOutput::bytes, WireInput::bytes))
        .isEqualTo(new byte[] {1, 2});
  }

  @Test
  void aListIsReadAgain() {
    var list = Stream.iterate("", text -> text + "x").limit(10_000).map(String::length).toList();

    List<Integer> read =
        ENVELOPE.open(
            ENVELOPE.seal(out -> out.list(list, WireOutput::smallNumber)),
            in -> in.list(WireInput::smallNumber));

    assertThat(read).isEqualTo(list);
  }

  @Test
  void aLengthThatLiesIsFoundOutBeforeItCostsMemory() {
    for (long length : new long[] {WireInput.LONGEST, WireInput.LONGEST + 1L, Long.MAX_VALUE, -1}) {
      var bytes =
          ENVELOPE.seal(out -> {
            out.number(length);
            out.flag(false);
          });

      assertThatExceptionOfType(WireFormatException.class)
          .isThrownBy(() -> ENVELOPE.open(bytes, WireInput::text));
      assertThatExceptionOfType(WireFormatException.class)
          .isThrownBy(() -> ENVELOPE.open(bytes, in -> in.list(WireInput::text)));
    }
  }

  @Test
  void whatIsNotReadToItsEndIsRefused() {
    var bytes = ENVELOPE.seal(out -> out.text("ab"));

    assertThatExceptionOfType(WireFormatException.class)
        .isThrownBy(() -> ENVELOPE.open(bytes, WireInput::number))
        .withMessage("test: 3 bytes too many");
  }

  @Tag("spec:G11")
  @Test
  void anotherVersionIsRefused() {
    var bytes = new Envelope("test", 2).seal(out -> out.flag(true));

    assertThatExceptionOfType(WireFormatException.class)
        .isThrownBy(() -> ENVELOPE.open(bytes, WireInput::flag))
        .withMessage("test: format 2, and not 1");
    assertThatExceptionOfType(WireFormatException.class)
        .isThrownBy(() -> ENVELOPE.open(new byte[0], WireInput::flag));
  }

  private static long octets(long number) {
    return ENVELOPE.seal(out -> out.number(number)).length - 1L;
  }

  private static <T> T again(
      T value, BiConsumer<WireOutput, T> writer, Function<WireInput, T> reader) {
    return ENVELOPE.open(ENVELOPE.seal(out -> writer.accept(out, value)), reader);
  }

  private static String text(Random random) {
    int width = random.nextBoolean() ? 0x100 : 0x10000;
    var text = new StringBuilder();
    for (int i = random.nextInt(100); i > 0; i--) {
      text.append((char) random.nextInt(width));
    }
    return text.toString();
  }
}
