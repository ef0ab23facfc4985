package dev.crawler.core.record;

import dev.crawler.core.fetch.Validators;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a record of a line of an earlier output, when a later crawl can go on from it. *Confined
/// to one thread.*
final class EarlierPage {
  /// Without these the record of an unchanged page would have holes.
  private static final Set<RecordField> NEEDED =
      EnumSet.range(RecordField.CONTENT_TYPE, RecordField.LINKS);

  private final Map<RecordField, Object> values;

  private EarlierPage(Map<RecordField, Object> values) {
    this.values = values;
  }

  /// The record in the first bytes of an array, when it is that of a page that was fetched whole,
  /// with all that a record says of its content, and with a validator.
  ///
  /// @throws IllegalArgumentException when it is no record, with what is wrong with it
  static Optional<PageRecord> of(byte[] line, int length) {
    var page = new EarlierPage(RecordParser.parse(line, length));
    page.requireRecord();
    return page.isWhole() ? Optional.of(page.record()) : Optional.empty();
  }

  private void requireRecord() {
    var schema = values.get(RecordField.SCHEMA);
    if (schema != null && !schema.equals((long) PageRecord.SCHEMA)) {
      throw new IllegalArgumentException("schema " + schema + " is not known");
    }
    if (!(values.get(RecordField.URL) instanceof String)) {
      throw new IllegalArgumentException("no record: it has no url");
    }
  }

  private boolean isWhole() {
    return RecordOutcome.OK.label().equals(values.get(RecordField.OUTCOME))
        && values.keySet().containsAll(NEEDED)
        && Boolean.FALSE.equals(values.get(RecordField.TRUNCATED))
        && !validators().isEmpty();
  }

  private PageRecord record() {
    return new PageRecord(
        required(RecordField.URL, String.class),
        RecordOutcome.OK,
        null,
        text(RecordField.ERROR),
        OptionalInt.empty(),
        null,
        0,
        null,
        content(),
        html(),
        texts(RecordField.LINKS),
        new PageRecord.Version(validators(), false, texts(RecordField.UNFOLLOWED)),
        new PageRecord.Trace(0, null, null, null));
  }

  private PageRecord.Content content() {
    return new PageRecord.Content(
        text(RecordField.CONTENT_TYPE),
        text(RecordField.CHARSET),
        text(RecordField.CHARSET_SOURCE),
        required(RecordField.BYTES, Long.class),
        false,
        required(RecordField.SHA256, String.class));
  }

  private PageRecord.@Nullable Html html() {
    return values.get(RecordField.ROBOTS) instanceof PageRecord.RobotsMeta robots
        ? new PageRecord.Html(
            text(RecordField.TITLE),
            text(RecordField.DESCRIPTION),
            text(RecordField.CANONICAL),
            text(RecordField.LANG),
            robots)
        : null;
  }

  private Validators validators() {
    return new Validators(text(RecordField.ETAG), text(RecordField.LAST_MODIFIED));
  }

  private @Nullable String text(RecordField field) {
    return switch (values.get(field)) {
      case null -> null;
      case RecordParser.Absent _ -> null;
      case String text -> text;
      default -> throw new IllegalArgumentException(field.label() + " is no text");
    };
  }

  private List<String> texts(RecordField field) {
    return switch (values.get(field)) {
      case null -> List.of();
      case List<?> texts -> texts.stream().map(String.class::cast).toList();
      default -> throw new IllegalArgumentException(field.label() + " is no list");
    };
  }

  private <T> T required(RecordField field, Class<T> type) {
    var value = values.get(field);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(field.label() + " is not what it should be");
    }
    return type.cast(value);
  }
}
