package dev.crawler.core.record;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The fields of a record about the version of its page. They are written only when they say
/// something, never as null: to a crawl that nobody goes on with they are noise. *No state.*
final class RecordVersion {
  private RecordVersion() {}

  /// Whether a field is written in the record of a page of that version.
  static boolean isSaid(RecordField field, PageRecord.@Nullable Version version) {
    return switch (field) {
      case ETAG -> version != null && version.validators().etag() != null;
      case LAST_MODIFIED -> version != null && version.validators().lastModified() != null;
      case NOT_MODIFIED -> version != null && version.notModified();
      case UNFOLLOWED -> version != null && !version.unfollowed().isEmpty();
      default -> true;
    };
  }

  /// Hands the value of that field over; where lines have a place for every field, nothing.
  static void write(RecordField field, PageRecord.@Nullable Version version, FieldWriter out)
      throws IOException {
    if (version == null || !isSaid(field, version)) {
      out.absent();
      return;
    }
    switch (field) {
      case ETAG -> out.text(version.validators().etag());
      case LAST_MODIFIED -> out.text(version.validators().lastModified());
      case NOT_MODIFIED -> out.flag(version.notModified());
      case UNFOLLOWED -> out.texts(version.unfollowed());
      default -> throw new IllegalArgumentException("not of the version: " + field);
    }
  }
}
