package dev.crawler.cli.warc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.core.fetch.Body;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Transcript;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WarcFileTest {
  private static final Instant START = Instant.parse("2026-11-21T01:02:03.456Z");
  private static final String REQUEST = "GET /a HTTP/1.1\r\nHost: h.example\r\n\r\n";
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String SUM_OF_OK =
      "sha256:2689367b205c16ce32ed4200942b8b8b1e262dfc70d9bc9fbc77c49699a4f1df";

  @TempDir private Path folder;

  @Tag("spec:X5")
  @ParameterizedTest
  @ValueSource(strings = {"a.warc", "a.warc.gz"})
  void anAnswerAndItsRequestAreRecords(String name) throws Exception {
    var file = folder.resolve(name);

    write(file, answer(CHUNKED, "2\r\nok\r\n0\r\n\r\n", "ok", 2, false));

    var records = WarcRecords.in(file);
    assertThat(records.all())
        .extracting(WarcRecords.Read::type)
        .containsExactly("warcinfo", "response", "request");
    var response = records.of("response").getFirst();
    assertThat(response.block()).isEqualTo(CHUNKED + "2\r\nok\r\n0\r\n\r\n");
    assertThat(response.header()).startsWith("WARC/1.1\n");
    assertThat(response.field("WARC-Target-URI")).isEqualTo("http://h.example/a");
    assertThat(response.field("WARC-IP-Address")).isEqualTo("192.0.2.1");
    assertThat(response.field("WARC-Date")).isEqualTo("2026-11-21T01:02:03.456Z");
    assertThat(response.field("WARC-Payload-Digest")).isEqualTo(SUM_OF_OK);
    assertThat(response.field("WARC-Truncated")).isEmpty();
    var request = records.of("request").getFirst();
    assertThat(request.block()).isEqualTo(REQUEST);
    assertThat(request.field("WARC-Concurrent-To")).isEqualTo(response.field("WARC-Record-ID"));
    assertThat(WarcRecords.complaints(file)).isEmpty();
  }

  @Tag("spec:X5")
  @Test
  void theFirstRecordSaysWhoCrawled() throws Exception {
    var file = folder.resolve("a.warc.gz");

    write(file);

    assertThat(WarcRecords.in(file).all())
        .singleElement()
        .satisfies(record -> {
          assertThat(record.field("WARC-Filename")).isEqualTo("a.warc.gz");
          assertThat(record.block())
              .contains("format: WARC File Format 1.1\r\n", "robots: obey\r\n")
              .contains("http-header-user-agent: crawler/");
        });
    assertThat(WarcRecords.complaints(file)).isEmpty();
  }

  @Tag("spec:X3")
  @Test
  void whatIsKeptInPartSaysSoAndIsSummedUpAsItIsKept() throws Exception {
    var file = folder.resolve("a.warc.gz");

    write(
        file,
        answer("HTTP/1.1 200 OK\r\n\r\n", "ok", "ok", 2, true),
        answer(CHUNKED, "2\r\nok\r\n9\r\n", "ok, and more", 2, false));

    var responses = WarcRecords.in(file).of("response");
    assertThat(responses)
        .hasSize(2)
        .allMatch(record -> record.field("WARC-Truncated").equals("length"))
        .allMatch(record -> record.field("WARC-Payload-Digest").equals(SUM_OF_OK));
  }

  @Tag("spec:X5")
  @Test
  void aBodyOfManyBlocksIsWhole() throws Exception {
    var file = folder.resolve("a.warc.gz");
    var body = "0123456789abcdef".repeat(20_000);
    var head = "HTTP/1.1 200 OK\r\nContent-Length: 320000\r\n\r\n";

    write(file, answer(head, body, body, body.length(), false));

    assertThat(WarcRecords.in(file).of("response").getFirst().block()).isEqualTo(head + body);
    assertThat(WarcRecords.complaints(file)).isEmpty();
  }

  @Tag("spec:X6")
  @Test
  void theFileAppearsWhenItIsWhole() throws IOException {
    var file = Files.writeString(folder.resolve("a.warc"), "former");

    try (var _ = WarcFile.create(file, CrawlPlan.of().build())) {
      assertThat(file).hasContent("former");
    }

    assertThat(Files.readString(file)).startsWith("WARC/1.1\r\n");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Tag("spec:X6")
  @Test
  void whatIsDiscardedLeavesNothingBehind() throws IOException {
    var file = folder.resolve("a.warc");

    WarcFile.create(file, CrawlPlan.of().build()).discard();

    assertThat(folder).isEmptyDirectory();
  }

  @Tag("spec:X6")
  @Test
  void aLinkIsNotFollowed() throws IOException {
    var elsewhere = Files.writeString(folder.resolve("elsewhere"), "precious");
    var file = Files.createSymbolicLink(folder.resolve("a.warc"), elsewhere);

    assertThatThrownBy(() -> WarcFile.create(file, CrawlPlan.of().build()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("link");

    assertThat(elsewhere).hasContent("precious");
  }

  private static void write(Path file, FetchResult.Response... answers) throws IOException {
    var url = CrawlUrl.of("http://user:secret@h.example/a#fragment");
    var task = new FetchTask(Link.seed(url), FetchTask.Purpose.PAGE, 1, true, true, "", true);
    try (var warc = WarcFile.create(file, CrawlPlan.of().build())) {
      for (var answer : answers) {
        warc.write(task, answer, null);
      }
    }
  }

  private static FetchResult.Response answer(
      String head, String kept, String body, int content, boolean truncated) {
    var transcript =
        new Transcript(bytes(REQUEST), bytes(head), bytes(kept), bytes(body.substring(0, content)));
    var trace = new FetchResult.Trace(START, Duration.ofMillis(1), "192.0.2.1");
    return new FetchResult.Response(
        200, Headers.NONE, Body.of(body.getBytes(ISO_8859_1)), truncated, transcript, trace);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
  }
}
