package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Standard error as a program reads it: every line is an object, whatever happens.
@Tag("spec:M1")
class LogFormatTest {
  private static List<Map<String, String>> log(Shell shell) {
    return shell.err().lines().map(LogFormatTest::flat).toList();
  }

  /// The scalar properties of one object, which must be all of the line.
  private static Map<String, String> flat(String line) {
    var properties = new HashMap<String, String>();
    try (var json = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
      assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      for (var token = json.nextToken(); json.currentName() != null; token = json.nextToken()) {
        if (token.isScalarValue()) {
          properties.put(json.currentName(), Objects.requireNonNull(json.getValueAsString()));
        }
      }
      assertThat(json.nextToken()).isNull();
    }
    return properties;
  }

  @Test
  void theSummaryIsOneObject() {
    var shell =
        Shell.run("crawl", "-e", "canned", "--log-format", "json", "http://a/", "http://a/robots");

    assertThat(shell.code()).isZero();
    assertThat(log(shell))
        .singleElement()
        .satisfies(summary -> {
          assertThat(summary).containsEntry("level", "info").containsEntry("event", "summary");
          assertThat(summary).containsEntry("records", "2").containsKeys("time", "message");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"--depth=x", "--nonsense", "-i=missing", "-e=none"})
  void aMistakeInTheOptionsIsAnObjectToo(String mistake) {
    var shell = Shell.run("crawl", mistake, "--log-format=json", "http://a/");

    assertThat(log(shell))
        .singleElement()
        .satisfies(error -> {
          assertThat(error).containsEntry("level", "error").containsEntry("event", "error");
          assertThat(error).containsEntry("exit_code", Integer.toString(shell.code()));
        });
    assertThat(shell.code()).isNotZero();
  }

  @Test
  void whatCameFromOutsideCannotEndTheLineOrHarmATerminal() {
    var shell =
        Shell.run("crawl", "--log-format", "json", "--engine", "x\n\u001B[31m\u007F\u202E", "a");

    assertThat(shell.err().chars().filter(c -> c < ' ' && c != '\n' || c > '~')).isEmpty();
    assertThat(log(shell))
        .singleElement()
        .satisfies(error -> assertThat(error.get("message")).contains("x\n\u001B[31m\u007F\u202E"));
  }

  @Test
  void theReportIsAnObjectForEachRow() {
    var shell =
        Shell.run(
            "crawl", "-q", "-e", "canned", "--report", "--log-format=json", "http://a/timeout");

    assertThat(log(shell))
        .extracting(row -> row.get("event"))
        .containsExactly("report_sum", "report_row");
    assertThat(log(shell).getLast())
        .containsEntry("outcome", "failed")
        .containsEntry("reason", "timeout")
        .containsEntry("host", "a")
        .containsEntry("count", "1")
        .containsEntry("example", "http://a/timeout");
  }

  @Test
  void anUnknownFormatIsToldInText() {
    var shell = Shell.run("crawl", "--log-format", "xml", "http://a/");

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).startsWith("crawler: ").contains("'xml' is not one of text, json");
  }
}
