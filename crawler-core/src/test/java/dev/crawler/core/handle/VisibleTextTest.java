package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crawler.core.plan.SimHashing;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.simhash.Shingles;
import dev.crawler.core.simhash.SimHash;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spec:C6")
class VisibleTextTest {
  private static final String TEXT = "one two three four five";

  private static @Nullable SimHash hash(String html, SimHashing simHashing) {
    var page = new Tasks(simHashing).record(Tasks.html(html));
    return requireNonNull(page.html()).simHash();
  }

  private static SimHash hash(String html) {
    return requireNonNull(hash(html, SimHashing.ONCE));
  }

  private static SimHash ofText(String text) {
    var shingles = new Shingles();
    shingles.text(text);
    return requireNonNull(shingles.end());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TEXT,
        "<title>No</title><p>one two</p><p>three four<p>five",
        "<p>one two<br>three <b>fo</b>ur&#32;five",
        "<table><tr><td>one<td>two<tr><td>three<td>four</table>five",
        "<style>p{}</style><script>var no;</script>one two three four<!-- no --> five",
        "<template><p>no</template>one two three <div hidden><p>no</div>four five",
        "<body><noscript>one two</noscript> three <svg><title>no</title></svg> four five",
      })
  void theTextIsWhatAReaderSees(String html) {
    assertThat(hash(html)).isEqualTo(ofText(TEXT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<title>only a title</title>", "<script>x</script>"})
  void aPageWithoutTextHasNone(String html) {
    assertThat(hash(html, SimHashing.ONCE)).isNull();
  }

  @Test
  void thePageIsHashedAsItIsReadAtLast() {
    var html = "<meta charset=utf-8><p>Stra\u00DFe \u00FCber Gr\u00FCn";
    var response = Tasks.response(200, html.getBytes(UTF_8), "Content-Type", "text/html");

    var page = new Tasks(SimHashing.ONCE).record(response);

    assertThat(requireNonNull(page.html()).simHash())
        .isEqualTo(ofText("Stra\u00DFe \u00FCber Gr\u00FCn"))
        .isNotEqualTo(ofText(new String(html.substring(23).getBytes(UTF_8), ISO_8859_1)));
  }

  @Test
  void theFieldIsThereWhenItWasAskedForAlone() {
    var without = new Tasks();
    var with = new Tasks(SimHashing.ONCE);
    var html = Tasks.html(TEXT);

    var _ = without.record(html);
    var _ = with.record(html);

    var field = ",\"simhash\":\"" + hash(TEXT) + "\"";
    assertThat(without.records().sortedLines(RecordFields.all()).getFirst())
        .doesNotContain("simhash")
        .isEqualTo(with.records().sortedLines(RecordFields.all()).getFirst().replace(field, ""));
    assertThat(with.records().sortedLines(RecordFields.all()).getFirst()).contains(field);
  }

  @Test
  void moreWorkComesToTheSame() {
    assertThat(hash(TEXT, new SimHashing(50))).isEqualTo(hash(TEXT));
    assertThatIllegalArgumentException().isThrownBy(() -> new SimHashing(-1));
  }
}
