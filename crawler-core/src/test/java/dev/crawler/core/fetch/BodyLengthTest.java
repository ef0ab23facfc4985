package dev.crawler.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spec:H11")
class BodyLengthTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"5|5", "5, 5|5", "0|0", "007|7", "900000000000000000|900000000000000000"})
  void equalLengthsAreOne(String lengths, long bytes) {
    assertThat(BodyLength.of(List.of(), List.of(lengths, lengths))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-5", "+5", "nine", "", "5,", "5 5", "1e3", "99999999999999999999", "5, 9"})
  void whatIsNoLengthIsMalformed(String length) {
    assertThat(BodyLength.of(List.of(), List.of(length))).isEqualTo(BodyLength.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chunked", "Chunked", "identity, chunked"})
  void chunksCountBeforeALength(String coding) {
    assertThat(BodyLength.of(List.of(coding), List.of("9"))).isEqualTo(BodyLength.CHUNKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "gzip, chunked", "chunked, chunked", "chunked, identity", "x"})
  void aTransferCodingThatWasNotAskedForIsMalformed(String coding) {
    assertThat(BodyLength.of(List.of(coding), List.of())).isEqualTo(BodyLength.MALFORMED);
  }

  @Test
  void withoutEitherTheEndOfTheConnectionTells() {
    assertThat(BodyLength.of(List.of(), List.of())).isEqualTo(BodyLength.UNTIL_CLOSE);
    assertThat(BodyLength.of(List.of("identity"), List.of())).isEqualTo(BodyLength.UNTIL_CLOSE);
  }
}
