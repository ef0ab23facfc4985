package dev.crawler.core.handle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordOutcome;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages made to hurt, each handled on a virtual thread, whose stack is what a crawl has.
@Tag("spec:C4")
@Timeout(120)
class HostileHtmlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>", "<b>", "<table><tr><td>", "<svg>", "<template>", "<ul><li>", "<a href=x><b>",
        "<b><div></b>", "<select>", "<frameset>", "</x>", "<!--", "&amp", "<"
      })
  void aPageOfOneThingManyTimesIsRead(String thing) throws Exception {
    var record = handle(thing.repeat(200_000));

    assertThat(record.outcome()).isEqualTo(RecordOutcome.OK);
  }

  @Test
  void linksBelow200000ElementsAreFound() throws Exception {
    var record = handle("<div>".repeat(200_000) + "<a href=x>");

    assertThat(record.links()).containsExactly("http://ex.com/dir/x");
  }

  @Test
  void linksAreCappedAndTheRecordSaysSo() throws Exception {
    var html = new StringBuilder();
    for (int i = 0; i < 500_000; i++) {
      html.append("<a href=").append(i).append('>');
    }

    var record = handle(html.toString());

    assertThat(record.links()).hasSize(PageLinks.MAX_LINKS);
    assertThat(record.links().getLast()).isEqualTo("http://ex.com/dir/99999");
    assertThat(record.error()).isEqualTo("only the first 100000 links were taken");
  }

  @Test
  void justAsManyLinksAsAllowedAreNotCapped() throws Exception {
    var html = new StringBuilder();
    for (int i = 0; i < PageLinks.MAX_LINKS; i++) {
      html.append("<a href=").append(i).append('>');
    }

    var record = handle(html.append("<a href=0>").toString());

    assertThat(record.links()).hasSize(PageLinks.MAX_LINKS);
    assertThat(record.error()).isNull();
  }

  @Test
  void tagsAreCappedAndTheRecordSaysSo() throws Exception {
    var html = "<a href=a>" + "<".repeat(Markup.MAX_TAGS - 2) + "<a href=b>";

    var whole = handle(html);
    var cut = handle("<" + html);

    assertThat(whole.links()).containsExactly("http://ex.com/dir/a", "http://ex.com/dir/b");
    assertThat(whole.error()).isNull();
    assertThat(cut.links()).containsExactly("http://ex.com/dir/a");
    assertThat(cut.error()).isEqualTo("only the first 1048576 tags were read");
  }

  @Test
  void aLongBaseMakesNoMoreOfManyLinksThanMemoryAllows() throws Exception {
    var html = new StringBuilder("<base href='/" + "x".repeat(8000) + "/'>");
    for (int i = 0; i < 100_000; i++) {
      html.append("<a href=").append(i).append('>');
    }

    var record = handle(html.toString());

    assertThat(record.links()).hasSizeBetween(1_000, 10_000);
    assertThat(record.error()).startsWith("only the first");
  }

  @Test
  void aBaseBeyondReasonIsIgnored() throws Exception {
    var record = handle("<base href='/" + "x".repeat(1_000_000) + "/'><a href=a>");

    assertThat(record.links()).containsExactly("http://ex.com/dir/a");
  }

  @Test
  void anAttributeOfTenMegabytesIsRead() throws Exception {
    var record = handle("<p title='" + "x".repeat(10_000_000) + "'><a href=a>");

    assertThat(record.links()).containsExactly("http://ex.com/dir/a");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTagWithVeryManyAttributesIsRead(boolean distinct) throws Exception {
    var html = new StringBuilder("<a href=a ");
    for (int i = 0; i < 2_000_000 && html.length() < 10_000_000; i++) {
      html.append('a').append(distinct ? i : 0).append(' ');
    }

    var record = handle(html.append("><a href=b>").toString());

    assertThat(record.links()).contains("http://ex.com/dir/b");
  }

  private static PageRecord handle(String html) throws InterruptedException, ExecutionException {
    var work = new FutureTask<>(() -> new Tasks().record(Tasks.html(html)));
    Thread.ofVirtual().start(work).join();
    return work.get();
  }
}
