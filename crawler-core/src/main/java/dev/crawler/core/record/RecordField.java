package dev.crawler.core.record;

import java.util.Locale;

/// The fields of a record on the wire, in their order there.
enum RecordField {
  SCHEMA,
  URL,
  OUTCOME,
  REASON,
  ERROR,
  STATUS,
  REDIRECT_TO,
  DEPTH,
  REFERRER,
  CONTENT_TYPE,
  CHARSET,
  CHARSET_SOURCE,
  BYTES,
  TRUNCATED,
  SHA256,
  TITLE,
  DESCRIPTION,
  CANONICAL,
  LANG,
  ROBOTS,
  LINKS,
  ETAG,
  LAST_MODIFIED,
  NOT_MODIFIED,
  UNFOLLOWED,
  SIMHASH,
  ATTEMPTS,
  FETCHED_AT,
  ELAPSED_MS,
  ADDRESS,
  WORKER;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// The name on the wire and on the command line.
  String label() {
    return label;
  }
}
