package dev.crawler.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spec:O2")
class RecordFieldsTest {
  @Test
  void chosenFieldsAreWrittenInTheContractsOrder() {
    var fields = RecordFields.of(List.of("status", "url", "status"));

    assertThat(line(fields)).isEqualTo("{\"url\":\"http://ex.com/a\",\"status\":200}");
  }

  @Test
  void anUnknownNameIsRefusedWithTheNamesThatThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordFields.of(List.of("url", "colour")))
        .withMessageContaining("'colour'")
        .withMessageContaining("schema, url, outcome")
        .withMessageContaining("worker");
  }

  @Test
  void noNameAtAllIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> RecordFields.of(List.of()));
  }

  @Test
  void linksCanBeLeftOut() {
    assertThat(line(RecordFields.all().withoutLinks()))
        .contains("\"robots\"")
        .doesNotContain("links");
    assertThat(line(RecordFields.of(List.of("url", "links")).withoutLinks()))
        .isEqualTo("{\"url\":\"http://ex.com/a\"}");
  }

  @Test
  void withoutTheVolatileFieldsTwoRunsCompareEqual() {
    assertThat(line(RecordFields.withoutVolatile()))
        .contains("\"depth\"", "\"links\"")
        .doesNotContain("attempts", "fetched_at", "elapsed_ms", "address", "worker");
  }

  private static String line(RecordFields fields) {
    var records = new CollectedRecords();
    records.write(Pages.full("T"));
    return records.sortedLines(fields).getFirst();
  }
}
