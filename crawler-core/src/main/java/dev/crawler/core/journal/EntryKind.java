package dev.crawler.core.journal;

import org.jspecify.annotations.Nullable;

/// What an entry of a journal is about. The codes are those of the format's version.
enum EntryKind {
  /// What was asked for.
  HEAD(1),
  /// Some of the seeds.
  SEEDS(2),
  /// All seeds stand before.
  BEGUN(3),
  /// How a URL ended.
  SETTLED(4),
  /// How a host is to be treated.
  CARE(5),
  /// So much of the output is safe, even from a power cut.
  SYNC(6),
  /// Nothing is left to do.
  FINISHED(7),
  /// What a robots.txt says of sitemaps.
  NAMED(8),
  /// What a sitemap came to.
  SITEMAP(9),
  /// All sitemaps are read, though no page is.
  READ(10);

  private final int code;

  EntryKind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static @Nullable EntryKind of(int code) {
    for (var kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    return null;
  }
}
