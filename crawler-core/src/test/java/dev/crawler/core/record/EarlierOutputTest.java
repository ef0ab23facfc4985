package dev.crawler.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.crawler.core.fetch.Validators;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlierOutputTest {
  private static final CrawlUrl URL = CrawlUrl.of("http://ex.com/%7Ea");

  @TempDir private Path folder;

  @Tag("spec:V1")
  @Test
  void aWholePageIsFoundByItsKeyAndReadAgain() throws IOException {
    var file = write(line(page("http://ex.com/~a", "\"x\"", false)));

    try (var earlier = EarlierOutput.open(file)) {
      assertThat(earlier.validators(URL)).isEqualTo(new Validators("\"x\"", null));
      assertThat(earlier.page(URL)).contains(page("http://ex.com/~a", "\"x\"", false));
      assertThat(earlier.validators(CrawlUrl.of("http://ex.com/b"))).isEqualTo(Validators.NONE);
    }
  }

  @Tag("spec:V1")
  @Test
  void ofTwoRecordsTheLaterCounts() throws IOException {
    var file =
        write(
            line(page("http://ex.com/~a", "\"old\"", false))
                + line(page("http://ex.com/~b", "\"other\"", false))
                + line(page("http://ex.com/~a", "\"new\"", false)));

    try (var earlier = EarlierOutput.open(file)) {
      assertThat(earlier.size()).isEqualTo(2);
      assertThat(earlier.validators(URL).etag()).isEqualTo("\"new\"");
    }
  }

  @Tag("spec:V1")
  @Test
  void whatIsNotWholeDoesNotCount() throws IOException {
    var whole = line(page("http://ex.com/~a", "\"x\"", false));
    var lines =
        List.of(
            line(page("http://ex.com/~a", "\"x\"", true)),
            whole.replaceFirst("\"etag\":[^,]*,", ""),
            whole.replaceFirst("\"links\":[^]]*],", ""),
            whole.replaceFirst("\"sha256\":[^,]*,", ""),
            whole.replace("\"ok\"", "\"http_error\""),
            line(Pages.failed("http://ex.com/~a")));

    try (var earlier = EarlierOutput.open(write(String.join("", lines)))) {
      assertThat(earlier.size()).isZero();
    }
  }

  @Tag("spec:V1")
  @Test
  void aGzippedFileIsRead() throws IOException {
    var file = folder.resolve("out.jsonl.gz");
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
      gzip.write("\n".getBytes(UTF_8));
      gzip.write(line(page("http://ex.com/~b", "\"y\"", false)).getBytes(UTF_8));
      gzip.write(line(page("http://ex.com/~a", "\"x\"", false)).getBytes(UTF_8));
    }

    try (var earlier = EarlierOutput.open(file)) {
      assertThat(earlier.page(URL)).contains(page("http://ex.com/~a", "\"x\"", false));
    }
  }

  @Tag("spec:V2")
  @Test
  void aFileThatChangedMeanwhileGivesNothing() throws IOException {
    var file = write(line(page("http://ex.com/~a", "\"x\"", false)));

    try (var earlier = EarlierOutput.open(file)) {
      Files.writeString(file, line(page("http://ex.com/~c", "\"x\"", false)));
      assertThat(earlier.page(URL)).isEmpty();
      Files.writeString(file, "{");
      assertThat(earlier.page(URL)).isEmpty();
    }
  }

  @Tag("spec:V4")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "[]",
        "{\"url\":3}",
        "{\"schema\":2,\"url\":\"http://ex.com/\"}",
        "{\"url\":\"http://ex.com/\",\"links\":[1]}",
        "{\"url\":\"http://ex.com/\"} {}",
        "{\"url\":\"http://ex.com/\",\"status\":1e400}"
      })
  void aBrokenLineIsRefusedWithItsNumber(String broken) throws IOException {
    var file = write(line(Pages.failed("http://ex.com/")) + "\n" + broken + "\n");

    assertThatIOException()
        .isThrownBy(() -> EarlierOutput.open(file))
        .withMessageStartingWith("line 3: ");
  }

  @Tag("spec:V4")
  @Test
  void aLastLineThatWasNotFinishedIsSkipped() throws IOException {
    var file = write(line(page("http://ex.com/~a", "\"x\"", false)) + "{\"schema\":1,\"ur");

    try (var earlier = EarlierOutput.open(file)) {
      assertThat(earlier.size()).isEqualTo(1);
    }
  }

  @Test
  void manyPagesAreFoundAgain() throws IOException {
    var lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append(line(page("http://ex.com/" + i, "\"tag-" + i + "\"", false)));
    }

    try (var earlier = EarlierOutput.open(write(lines.toString()))) {
      assertThat(earlier.size()).isEqualTo(20_000);
      for (int i = 0; i < 20_000; i += 111) {
        var url = CrawlUrl.of("http://ex.com/" + i);
        assertThat(earlier.validators(url).etag()).isEqualTo("\"tag-" + i + "\"");
        assertThat(earlier.page(url)).isPresent();
      }
    }
  }

  private Path write(String lines) throws IOException {
    return Files.writeString(folder.resolve("out.jsonl"), lines);
  }

  private static String line(PageRecord page) {
    var records = new CollectedRecords();
    records.write(page);
    return records.sortedLines(RecordFields.all()).getFirst() + "\n";
  }

  private static PageRecord page(String url, String etag, boolean truncated) {
    return new PageRecord(
        url,
        RecordOutcome.OK,
        null,
        null,
        OptionalInt.empty(),
        null,
        0,
        null,
        new PageRecord.Content("text/html", "UTF-8", "header", 12, truncated, "00ff"),
        new PageRecord.Html("Ä\n", null, null, "de", new PageRecord.RobotsMeta(true, false)),
        List.of("http://ex.com/b", "http://ex.com/c"),
        new PageRecord.Version(new Validators(etag, null), false, List.of("http://ex.com/c")),
        new PageRecord.Trace(0, null, null, null));
  }
}
