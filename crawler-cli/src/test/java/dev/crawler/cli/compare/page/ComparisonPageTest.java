package dev.crawler.cli.compare.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ComparisonPageTest {
  @Test
  void preview() throws IOException {
    Files.writeString(
        Path.of("/tmp/page.html"), ComparisonPage.of(ModelComparison.ofSix().proven()));
    Files.writeString(
        Path.of("/tmp/page-winner.html"),
        ComparisonPage.of(ModelComparison.ofSix().spread(0.01).proven()));
    Files.writeString(
        Path.of("/tmp/page-bad.html"),
        ComparisonPage.of(
            ModelComparison.ofSix()
                .unproven("http://a/<script>alert(1)</script>", "</script><b>x")));
    assertThat(1).isEqualTo(1);
  }
}
