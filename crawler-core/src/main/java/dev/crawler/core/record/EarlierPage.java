package dev.crawler.core.record;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Makes a record of a line of an earlier output, when a later crawl can go on from it. *No state.*
final class EarlierPage {
  /// Without these the record of an unchanged page would have holes.
  private static final Set<RecordField> NEEDED =
      EnumSet.range(RecordField.CONTENT_TYPE, RecordField.LINKS);

  private EarlierPage() {}

  /// The record in the first bytes of an array, when it is that of a page that was fetched whole,
  /// with all that a record says of its content, and with a validator.
  ///
  /// @throws IllegalArgumentException when it is no record, with what is wrong with it
  static Optional<PageRecord> of(byte[] line, int length) {
    var values = RecordValues.of(line, length);
    return isWhole(values) ? Optional.of(record(values)) : Optional.empty();
  }

  private static boolean isWhole(RecordValues values) {
    return values.has(NEEDED)
        && values.isFalse(RecordField.TRUNCATED)
        && RecordOutcome.OK.label().equals(values.text(RecordField.OUTCOME))
        && !values.validators().isEmpty();
  }

  private static PageRecord record(RecordValues values) {
    return new PageRecord(
        values.requiredText(RecordField.URL),
        RecordOutcome.OK,
        null,
        values.text(RecordField.ERROR),
        OptionalInt.empty(),
        null,
        0,
        null,
        values.content(),
        values.html(),
        values.texts(RecordField.LINKS),
        new PageRecord.Version(values.validators(), false, values.texts(RecordField.UNFOLLOWED)),
        new PageRecord.Trace(0, null, null, null));
  }
}
