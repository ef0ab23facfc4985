package dev.crawler.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.Reason;
import dev.crawler.core.journal.Gist;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.core.url.CrawlUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spec:M2")
class LossesTest {
  private final Losses losses = new Losses(3);

  private void write(String url, RecordOutcome outcome, @Nullable Reason reason) {
    losses.add(
        url, new Gist(outcome, reason, outcome == RecordOutcome.HTTP_ERROR ? 404 : 0, 0, null));
  }

  private static List<String> lines(LossTable table) {
    return table.notices().stream().flatMap(notice -> notice.lines().stream()).toList();
  }

  @Test
  void lossesAreCountedByReasonAndHostWithTheFirstAsAnExample() {
    write("http://a/1", RecordOutcome.EXCLUDED, ExclusionReason.ROBOTS);
    write("http://a/2", RecordOutcome.EXCLUDED, ExclusionReason.ROBOTS);
    write("http://b:8080/", RecordOutcome.FAILED, FailureReason.DNS);
    write("http://b:8080/x", RecordOutcome.HTTP_ERROR, null);

    assertThat(lines(losses.table(7)))
        .containsExactly(
            "       2  excluded: robots                   all hosts",
            "       1  failed: dns                        all hosts",
            "       1  http_error: 404                    all hosts",
            "       7  not_recorded: page_limit           all hosts",
            "       2  excluded: robots                   a                              such as"
                + " http://a/1",
            "       1  failed: dns                        b:8080                         such as"
                + " http://b:8080/",
            "       1  http_error: 404                    b:8080                         such as"
                + " http://b:8080/x");
  }

  @Test
  void whatIsOkOrRedirectedIsNoLoss() {
    write("http://a/", RecordOutcome.OK, null);
    write("http://b/", RecordOutcome.REDIRECT, null);

    assertThat(lines(losses.table(0))).containsExactly("nothing was excluded or failed");
  }

  @Test
  void linksOutOfScopeAreCountedByTheirHost() {
    losses.outOfScope(CrawlUrl.of("http://user:secret@other/x#y"));
    losses.outOfScope(CrawlUrl.of("https://other/z"));

    assertThat(lines(losses.table(0)))
        .hasSize(2)
        .last()
        .asString()
        .contains("2  not_recorded: out_of_scope", "other", "such as http://other/x");
  }

  @Test
  void aLineThatIsNoUrlHasNoHost() {
    write("no url\u001B[31m", RecordOutcome.EXCLUDED, ExclusionReason.INVALID_URL);

    var lines = losses.table(0).lines();

    assertThat(lines)
        .last()
        .asString()
        .contains("excluded: invalid_url", "no URL", "such as no url?[31m");
  }

  @Test
  void ofMoreRowsThanMemoryHoldsTheGreatestStayAndTheSumsAreRight() {
    for (int i = 0; i < 1_000; i++) {
      write("http://h" + i + "/", RecordOutcome.FAILED, FailureReason.DNS);
      write("http://great/" + i, RecordOutcome.FAILED, FailureReason.DNS);
    }

    var table = losses.table(0);

    assertThat(table.cut()).isTrue();
    assertThat(table.rows()).hasSize(3).first().hasToString(greatRow());
    assertThat(lines(table)).first().asString().startsWith("    2000  failed: dns");
    assertThat(lines(table)).last().asString().contains("were kept");
  }

  private static String greatRow() {
    return new LossRow("great", new Loss("failed", "dns"), 1_000, "http://great/0").toString();
  }
}
