package dev.crawler.tck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.tck.hostile.Fault;
import dev.crawler.tck.hostile.FaultTable;
import dev.crawler.tck.hostile.Faults;
import org.junit.jupiter.api.Test;

class FaultTableTest {
  @Test
  void theDocumentedTableIsThatOfTheCatalogue() throws Exception {
    var text = Repository.here().text("docs/faults.md");

    var lines = text.lines().filter(line -> line.startsWith("|")).toList();

    assertThat(lines).isEqualTo(FaultTable.lines());
  }

  @Test
  void noNumberIsUsedTwice() {
    assertThat(Faults.all()).extracting(Fault::id).doesNotHaveDuplicates();
  }
}
