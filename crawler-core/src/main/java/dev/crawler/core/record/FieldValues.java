package dev.crawler.core.record;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Which part of a record each field shows, for every format alike. *No state.*
final class FieldValues {
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private FieldValues() {}

  /// Hands the value of that field over.
  static void write(RecordField field, PageRecord page, FieldWriter out) throws IOException {
    switch (field) {
      case SCHEMA -> out.number(PageRecord.SCHEMA);
      case URL -> out.text(page.url());
      case OUTCOME -> out.text(page.outcome().label());
      case REASON -> out.text(page.reason() == null ? null : page.reason().label());
      case ERROR -> out.text(page.error());
      case STATUS -> number(page.status(), out);
      case REDIRECT_TO -> out.text(page.redirectTo());
      case DEPTH -> out.number(page.depth());
      case REFERRER -> out.text(page.referrer());
      case CONTENT_TYPE, CHARSET, CHARSET_SOURCE, BYTES, TRUNCATED, SHA256 ->
          content(field, page.content(), out);
      case TITLE, DESCRIPTION, CANONICAL, LANG, ROBOTS, SIMHASH -> html(field, page.html(), out);
      case LINKS -> out.texts(page.links());
      case ETAG, LAST_MODIFIED, NOT_MODIFIED, UNFOLLOWED ->
          RecordVersion.write(field, page.version(), out);
      case ATTEMPTS -> out.number(page.trace().attempts());
      case FETCHED_AT -> out.text(iso(page.trace().fetchedAt()));
      case ELAPSED_MS -> millis(page.trace().elapsed(), out);
      case ADDRESS -> out.text(page.trace().address());
      case WORKER -> out.text(page.trace().worker());
    }
  }

  /// Whether a format that names the fields of each record writes that one: some are left out where
  /// they say nothing.
  static boolean isSaid(RecordField field, PageRecord page) {
    return field == RecordField.SIMHASH
        ? page.html() != null && page.html().simHash() != null
        : RecordVersion.isSaid(field, page.version());
  }

  private static void content(
      RecordField field, PageRecord.@Nullable Content content, FieldWriter out) throws IOException {
    if (content == null) {
      out.absent();
      return;
    }
    switch (field) {
      case CONTENT_TYPE -> out.text(content.contentType());
      case CHARSET -> out.text(content.charset());
      case CHARSET_SOURCE -> out.text(content.charsetSource());
      case BYTES -> out.number(content.bytes());
      case TRUNCATED -> out.flag(content.truncated());
      case SHA256 -> out.text(content.sha256());
      default -> throw new IllegalArgumentException("not of the content: " + field);
    }
  }

  private static void html(RecordField field, PageRecord.@Nullable Html html, FieldWriter out)
      throws IOException {
    if (html == null) {
      out.absent();
      return;
    }
    switch (field) {
      case TITLE -> out.text(html.title());
      case DESCRIPTION -> out.text(html.description());
      case CANONICAL -> out.text(html.canonical());
      case LANG -> out.text(html.lang());
      case ROBOTS -> out.robots(html.robots());
      case SIMHASH -> out.text(html.simHash() == null ? null : html.simHash().toString());
      default -> throw new IllegalArgumentException("not of the HTML: " + field);
    }
  }

  private static void number(OptionalInt number, FieldWriter out) throws IOException {
    if (number.isPresent()) {
      out.number(number.getAsInt());
    } else {
      out.absent();
    }
  }

  private static void millis(@Nullable Duration duration, FieldWriter out) throws IOException {
    if (duration == null) {
      out.absent();
    } else {
      out.number(duration.toMillis());
    }
  }

  private static @Nullable String iso(@Nullable Instant instant) {
    return instant == null ? null : MILLIS.format(instant);
  }
}
