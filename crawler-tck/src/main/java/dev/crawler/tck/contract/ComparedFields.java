package dev.crawler.tck.contract;

import java.util.List;
import java.util.stream.Stream;

/// The fields in which the records of two engines must be the same.
final class ComparedFields {
  /// Of a streaming crawl: depth and referrer are those of the first discovery.
  static final List<String> STREAMED =
      List.of(
          "schema",
          "url",
          "outcome",
          "reason",
          "error",
          "status",
          "redirect_to",
          "content_type",
          "charset",
          "charset_source",
          "bytes",
          "truncated",
          "sha256",
          "title",
          "description",
          "canonical",
          "lang",
          "robots",
          "links",
          "etag",
          "last_modified",
          "not_modified",
          "unfollowed",
          "simhash");

  /// Of all others.
  static final List<String> EXACT =
      Stream.concat(STREAMED.stream(), Stream.of("depth", "referrer")).toList();

  private ComparedFields() {}
}
