package dev.crawler.core.handle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.ConformanceCases;
import java.util.ArrayList;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// html5lib's encoding tests. In some of them the meta element stands after the first 1024 bytes:
/// the prescan does not see it, but the parser does and changes the encoding, so the whole way to
/// the record is tested.
@Tag("spec:C1")
class EncodingConformanceTest {
  @Test
  void everyCaseOfTheParserTestsHolds() {
    var cases = ConformanceCases.read("encoding-cases.json");
    var tasks = new Tasks();

    var broken = new ArrayList<String>();
    for (var testCase : cases) {
      var body = HexFormat.of().parseHex(String.valueOf(testCase.get("bytes_hex")));
      var record = tasks.record(Tasks.response(200, body, "Content-Type", "text/html"));
      var actual = requireNonNull(record.content()).charset();
      if (!String.valueOf(testCase.get("encoding")).equalsIgnoreCase(actual)) {
        broken.add(testCase + " was read as " + actual);
      }
    }

    assertThat(cases).isNotEmpty();
    assertThat(broken).isEmpty();
  }
}
