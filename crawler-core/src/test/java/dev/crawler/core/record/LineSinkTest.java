package dev.crawler.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

@Tag("spec:O1")
class LineSinkTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final LineSink sink = LineSink.to(out, RecordFormat.jsonLines(RecordFields.all()));

  @Test
  void aRecordIsOneLineWithTheContractsFieldsInItsOrder() throws IOException {
    sink.write(Pages.full("T"));
    sink.close();

    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            {"schema":1,"url":"http://ex.com/a","outcome":"ok","reason":null,"error":null,\
            "status":200,"redirect_to":null,"depth":2,"referrer":"http://ex.com/",\
            "content_type":"text/html","charset":"UTF-8","charset_source":"header",\
            "bytes":12,"truncated":true,"sha256":"00ff",\
            "title":"T","description":"about","canonical":"http://ex.com/c","lang":"de",\
            "robots":{"index":true,"follow":false},\
            "links":["http://ex.com/b","http://ex.com/c"],\
            "attempts":2,"fetched_at":"2026-11-20T10:00:00.000Z","elapsed_ms":1,\
            "address":"192.0.2.1","worker":null}
            """);
  }

  @Test
  void whatIsAbsentIsNull() throws IOException {
    sink.write(Pages.failed("http://ex.com/a"));
    sink.close();

    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            {"schema":1,"url":"http://ex.com/a","outcome":"failed","reason":"connect",\
            "error":"refused","status":null,"redirect_to":null,"depth":0,"referrer":null,\
            "content_type":null,"charset":null,"charset_source":null,\
            "bytes":null,"truncated":null,"sha256":null,\
            "title":null,"description":null,"canonical":null,"lang":null,"robots":null,\
            "links":[],"attempts":0,"fetched_at":null,"elapsed_ms":null,"address":null,\
            "worker":null}
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"\\/', '\\\"\\\\/'",
    "'\n\r\t\b\f', '\\n\\r\\t\\b\\f'",
    "'\0\u001B[31m', '\\u0000\\u001B[31m'",
    "'\uD83D\uDE00 ä \u2028', '\uD83D\uDE00 ä \u2028'",
    "'\uD83D', '\uFFFD'",
    "'a\uD83Db', 'a\uFFFDb'",
    "'\uDE00\uD83D', '\uFFFD\uFFFD'"
  })
  void anyTextIsStrictlyEscapedAndWellFormed(String text, String json) throws Exception {
    sink.write(Pages.failed(text));
    sink.close();

    var line = UTF_8.newDecoder().decode(ByteBuffer.wrap(out.toByteArray())).toString();
    assertThat(line).startsWith("{\"schema\":1,\"url\":\"" + json + "\",\"outcome\"");
    assertThat(line.lines()).hasSizeGreaterThan(0);
    assertThat(line.chars().filter(c -> c == '\n')).hasSize(1);
  }

  @Test
  void halfACharacterDoesNotMoveIntoTheNextLine() throws IOException {
    sink.write(Pages.failed("x\uD83D"));
    sink.write(Pages.failed("\uDE00y"));
    sink.close();

    assertThat(urls()).containsExactly("x\uFFFD", "\uFFFDy");
  }

  @Test
  void linesOfManyThreadsStayWhole() throws IOException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2000; i++) {
        var page = Pages.failed(i + "x".repeat(i * 37 % 9000));
        var _ =
            threads.submit(() -> {
              sink.write(page);
              return page;
            });
      }
    }
    sink.close();

    var expected = IntStream.range(0, 2000).mapToObj(i -> i + "x".repeat(i * 37 % 9000)).toList();
    assertThat(urls()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aHugeRecordLeavesNoHugeBufferBehind() {
    var line = new RecordLine();

    line.set(Pages.failed("x".repeat(1 << 20)), new RecordJson(RecordFields.all()));

    assertThat(line.isWorthKeeping()).isFalse();
  }

  @Test
  void flushHandsOnWhatWasWritten() throws IOException {
    sink.write(Pages.failed("a"));

    sink.flush();

    assertThat(out.size()).isPositive();
  }

  @Test
  void aClosedSinkTakesNothingMore() throws IOException {
    sink.close();
    sink.close();

    assertThatIOException().isThrownBy(() -> sink.write(Pages.failed("a")));
  }

  @Test
  void aStreamThatFailsFailsTheWrite() {
    var full =
        LineSink.to(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("No space left on device");
              }
            },
            RecordFormat.jsonLines(RecordFields.all()));

    assertThatIOException()
        .isThrownBy(() -> {
          full.write(Pages.failed("a"));
          full.flush();
        })
        .withMessage("No space left on device");
  }

  private List<String> urls() {
    var urls = new ArrayList<String>();
    for (var line : out.toString(UTF_8).lines().toList()) {
      try (var json = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
        while (json.nextToken() != JsonToken.END_OBJECT) {
          if (json.currentToken() == JsonToken.VALUE_STRING && "url".equals(json.currentName())) {
            urls.add(json.getString());
          }
        }
      }
    }
    return urls;
  }
}
