package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodySnifferTest {
  private final Tasks tasks = new Tasks();

  @ParameterizedTest
  @CsvSource({
    "text/html, '<title>x', true",
    "TEXT/HTML;x=y, '<title>x', true",
    "application/xhtml+xml, '<title>x', true",
    "text/plain, '<title>x', false",
    "image/png, '<title>x', false",
    "application/xml, '<title>x', false",
    "'', ' \n<!DOCTYPE html><title>x', true",
    "nonsense, '<!-- x --><title>x', true",
    "*/*, '<p>x', true",
    "'', '<pre>x', false",
    "'', 'x<title>', false",
    "text/html, '%PDF-1.4', false",
    "text/html, 'PK\u0003\u0004', false"
  })
  void onlyHtmlIsParsed(String type, String body, boolean parsed) {
    var record = tasks.record(Tasks.response(200, body.getBytes(UTF_8), "Content-Type", type));

    assertThat(record.html() != null).isEqualTo(parsed);
    assertThat(requireNonNull(record.content()).bytes()).isEqualTo(body.getBytes(UTF_8).length);
    assertThat(requireNonNull(record.content()).charset() != null).isEqualTo(parsed);
  }

  @Test
  void bytesThatAreGzipWithoutSayingSoAreNeverParsed() {
    var body = Tasks.gzip("<a href=x>".getBytes(UTF_8));

    var record = tasks.record(Tasks.response(200, body, "Content-Type", "text/html"));

    assertThat(record.html()).isNull();
    assertThat(record.links()).isEmpty();
  }
}
