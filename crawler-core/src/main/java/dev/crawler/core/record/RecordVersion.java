package dev.crawler.core.record;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

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

  /// Writes the value of a field that is said.
  static void write(RecordField field, PageRecord.Version version, JsonGenerator json) {
    switch (field) {
      case ETAG -> json.writeString(requireNonNull(version.validators().etag()));
      case LAST_MODIFIED -> json.writeString(requireNonNull(version.validators().lastModified()));
      case NOT_MODIFIED -> json.writeBoolean(version.notModified());
      case UNFOLLOWED -> {
        json.writeStartArray();
        version.unfollowed().forEach(json::writeString);
        json.writeEndArray();
      }
      default -> throw new IllegalArgumentException("not of the version: " + field);
    }
  }
}
