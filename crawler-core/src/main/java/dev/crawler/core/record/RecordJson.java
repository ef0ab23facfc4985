package dev.crawler.core.record;

import static java.util.Objects.requireNonNull;

import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Writes a record as one JSON object, with the names and the order of the contract. *Thread-safe.*
final class RecordJson {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private final RecordField[] fields;

  RecordJson(RecordFields fields) {
    this.fields = fields.inOrder();
  }

  /// Writes the object without a line end. Texts go out as they are, half surrogate pairs included:
  /// the writer that encodes them has to put U+FFFD there.
  void write(PageRecord page, Writer out) {
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      for (var field : fields) {
        if (RecordVersion.isSaid(field, page.version())) {
          json.writeName(field.label());
          writeValue(field, page, json);
        }
      }
      json.writeEndObject();
    }
  }

  private static void writeValue(RecordField field, PageRecord page, JsonGenerator json) {
    switch (field) {
      case SCHEMA -> json.writeNumber(PageRecord.SCHEMA);
      case URL -> json.writeString(page.url());
      case OUTCOME -> json.writeString(page.outcome().label());
      case REASON -> text(page.reason() == null ? null : page.reason().label(), json);
      case ERROR -> text(page.error(), json);
      case STATUS -> number(page.status(), json);
      case REDIRECT_TO -> text(page.redirectTo(), json);
      case DEPTH -> json.writeNumber(page.depth());
      case REFERRER -> text(page.referrer(), json);
      case CONTENT_TYPE, CHARSET, CHARSET_SOURCE, BYTES, TRUNCATED, SHA256 ->
          content(field, page.content(), json);
      case TITLE, DESCRIPTION, CANONICAL, LANG, ROBOTS -> html(field, page.html(), json);
      case LINKS -> {
        json.writeStartArray();
        page.links().forEach(json::writeString);
        json.writeEndArray();
      }
      case ETAG, LAST_MODIFIED, NOT_MODIFIED, UNFOLLOWED ->
          RecordVersion.write(field, requireNonNull(page.version()), json);
      case ATTEMPTS -> json.writeNumber(page.trace().attempts());
      case FETCHED_AT -> text(iso(page.trace().fetchedAt()), json);
      case ELAPSED_MS -> millis(page.trace().elapsed(), json);
      case ADDRESS -> text(page.trace().address(), json);
      case WORKER -> json.writeNull();
    }
  }

  private static void content(
      RecordField field, PageRecord.@Nullable Content content, JsonGenerator json) {
    if (content == null) {
      json.writeNull();
      return;
    }
    switch (field) {
      case CONTENT_TYPE -> text(content.contentType(), json);
      case CHARSET -> text(content.charset(), json);
      case CHARSET_SOURCE -> text(content.charsetSource(), json);
      case BYTES -> json.writeNumber(content.bytes());
      case TRUNCATED -> json.writeBoolean(content.truncated());
      case SHA256 -> json.writeString(content.sha256());
      default -> throw new IllegalArgumentException("not of the content: " + field);
    }
  }

  private static void html(RecordField field, PageRecord.@Nullable Html html, JsonGenerator json) {
    if (html == null) {
      json.writeNull();
      return;
    }
    switch (field) {
      case TITLE -> text(html.title(), json);
      case DESCRIPTION -> text(html.description(), json);
      case CANONICAL -> text(html.canonical(), json);
      case LANG -> text(html.lang(), json);
      case ROBOTS -> {
        json.writeStartObject();
        json.writeBooleanProperty("index", html.robots().index());
        json.writeBooleanProperty("follow", html.robots().follow());
        json.writeEndObject();
      }
      default -> throw new IllegalArgumentException("not of the HTML: " + field);
    }
  }

  private static void text(@Nullable String text, JsonGenerator json) {
    if (text == null) {
      json.writeNull();
    } else {
      json.writeString(text);
    }
  }

  private static void number(OptionalInt number, JsonGenerator json) {
    if (number.isPresent()) {
      json.writeNumber(number.getAsInt());
    } else {
      json.writeNull();
    }
  }

  private static void millis(@Nullable Duration duration, JsonGenerator json) {
    if (duration == null) {
      json.writeNull();
    } else {
      json.writeNumber(duration.toMillis());
    }
  }

  private static @Nullable String iso(@Nullable Instant instant) {
    return instant == null ? null : MILLIS.format(instant);
  }
}
