package dev.crawler.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spec:O1")
class RecordReaderTest {
  private static final RecordFormat JSON = RecordFormat.jsonLines(RecordFields.all());

  @Test
  void aRecordThatWasReadIsWrittenAgainAsTheSameBytes() {
    for (long seed = 0; seed < 3_000; seed++) {
      var line = line(RandomRecords.record(new Random(seed)));

      var read = RecordReader.read(line.getBytes(UTF_8), line.getBytes(UTF_8).length);

      assertThat(line(read)).as("seed %d", seed).isEqualTo(line);
    }
  }

  @Test
  void aRecordThatWasReadIsTheSameRecord() {
    var page = Pages.full("T").by("3");
    var line = line(page).getBytes(UTF_8);

    var read = RecordReader.read(line, line.length);

    assertThat(read.trace().worker()).isEqualTo("3");
    assertThat(RecordReader.read(line(read).getBytes(UTF_8), line.length)).isEqualTo(read);
    assertThat(read.html()).isEqualTo(page.html());
    assertThat(read.content()).isEqualTo(page.content());
  }

  @ParameterizedTest
  @EnumSource
  void aReasonToFailIsReadAgain(FailureReason reason) {
    var line = line(RandomRecords.ended(RecordOutcome.FAILED, reason)).getBytes(UTF_8);

    var read = RecordReader.read(line, line.length);

    assertThat(read.reason()).isEqualTo(reason.recorded());
  }

  @ParameterizedTest
  @EnumSource
  void aReasonToExcludeIsReadAgain(ExclusionReason reason) {
    var line = line(RandomRecords.ended(RecordOutcome.EXCLUDED, reason)).getBytes(UTF_8);

    var read = RecordReader.read(line, line.length);

    assertThat(read.reason()).isEqualTo(reason);
  }

  @Test
  void aHundredThousandLinksAreReadAgain() {
    var links = IntStream.range(0, 100_000).mapToObj(i -> "http://ex.com/" + i).toList();
    var line = line(RandomRecords.linking(links)).getBytes(UTF_8);

    var read = RecordReader.read(line, line.length);

    assertThat(read.links()).isEqualTo(links);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"url\":\"u\"}",
        "{\"url\":7,\"outcome\":\"ok\"}",
        "{\"url\":\"u\",\"outcome\":\"fine\"}",
        "{\"url\":\"u\",\"outcome\":\"ok\",\"schema\":2}",
        "{\"url\":\"u\",\"outcome\":\"ok\",\"reason\":\"dns\"}",
        "{\"url\":\"u\",\"outcome\":\"failed\",\"reason\":\"robots\"}",
        "{\"url\":\"u\",\"outcome\":\"ok\",\"status\":4294967296}",
        "{\"url\":\"u\",\"outcome\":\"ok\",\"fetched_at\":\"today\"}",
        "{\"url\":\"u\",\"outcome\":\"ok\",\"links\":\"all\"}",
        "{\"url\":\"u\",\"outcome\":\"ok\",\"bytes\":1,\"sha256\":\"00\"}",
        "{\"url\":\"u\",\"outcome\":\"ok\"} {\"url\":\"u\",\"outcome\":\"ok\"}"
      })
  void whatIsNoRecordIsRefused(String line) {
    var bytes = line.getBytes(UTF_8);

    assertThatIllegalArgumentException().isThrownBy(() -> RecordReader.read(bytes, bytes.length));
  }

  @Test
  void recordsAreReadInTurnWithTheirPlaces() throws IOException {
    var out = new ByteArrayOutputStream();
    var places = new ArrayList<Integer>();
    for (var url : List.of("http://ex.com/", "ä line", "http://ex.com/b")) {
      places.add(out.size());
      out.write((line(Pages.failed(url)) + "\n").getBytes(UTF_8));
    }

    try (var reader = reader(out.toString(UTF_8))) {
      for (int place : places) {
        assertThat(reader.next()).isNotNull();
        assertThat(reader.position()).isEqualTo(place);
      }
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void aLineThatWasCutShortDoesNotCount() throws IOException {
    var line = line(Pages.failed("http://ex.com/ä")) + "\n";
    var bytes = (line + line).getBytes(UTF_8);
    for (int cut = bytes.length / 2; cut < bytes.length; cut++) {
      try (var reader = new RecordReader(new ByteArrayInputStream(bytes, 0, cut))) {
        assertThat(reader.next()).isNotNull();
        assertThat(reader.next()).as("cut at %d", cut).isNull();
      }
    }
  }

  @Test
  void aWholeLineThatIsNoRecordIsNamed() throws IOException {
    try (var reader = reader(line(Pages.failed("u")) + "\nnonsense\n")) {
      assertThat(reader.next()).isNotNull();
      assertThatIOException().isThrownBy(reader::next).withMessage("line 2: not JSON");
    }
  }

  private static RecordReader reader(String text) {
    return new RecordReader(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static String line(PageRecord page) {
    var line = new RecordLine();
    line.set(page, JSON);
    return line.toString();
  }
}
