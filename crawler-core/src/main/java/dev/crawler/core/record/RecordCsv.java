package dev.crawler.core.record;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a record as comma-separated values after RFC 4180, the fields in the order of the
/// contract. What is absent is an empty cell, an empty text is `""`; links are joined by a space,
/// which no URL has; robots are two words, such as `index nofollow`. *Thread-safe.*
final class RecordCsv implements RecordFormat {
  private static final String LINE_END = "\r\n";

  private final RecordField[] fields;

  RecordCsv(RecordFields fields) {
    this.fields = fields.inOrder();
  }

  @Override
  public String header() {
    return Stream.of(fields).map(RecordField::label).collect(joining(",", "", LINE_END));
  }

  @Override
  public void write(PageRecord page, Writer out) throws IOException {
    var cells = new Cells(out);
    for (int i = 0; i < fields.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      FieldValues.write(fields[i], page, cells);
    }
  }

  @Override
  public String lineEnd() {
    return LINE_END;
  }

  private record Cells(Writer out) implements FieldWriter {
    @Override
    public void text(@Nullable String text) throws IOException {
      if (text != null) {
        CsvText.write(text, out);
      }
    }

    @Override
    public void number(long number) throws IOException {
      out.write(Long.toString(number));
    }

    @Override
    public void flag(boolean flag) throws IOException {
      out.write(Boolean.toString(flag));
    }

    @Override
    public void texts(List<String> texts) throws IOException {
      if (!texts.isEmpty()) {
        CsvText.write(String.join(" ", texts), out);
      }
    }

    @Override
    public void robots(PageRecord.RobotsMeta robots) throws IOException {
      out.write(robots.index() ? "index " : "noindex ");
      out.write(robots.follow() ? "follow" : "nofollow");
    }

    @Override
    public void absent() {
      // An empty cell.
    }
  }
}
