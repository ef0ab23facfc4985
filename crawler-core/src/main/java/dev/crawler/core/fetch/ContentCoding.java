package dev.crawler.core.fetch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The content codings that are asked for and undone (RFC 9110 section 8.4.1): brotli only where
/// its library is on the class path.
public enum ContentCoding {
  /// RFC 1952.
  GZIP("gzip", "x-gzip"),
  /// RFC 1950, and RFC 1951 as many servers mean it.
  DEFLATE("deflate"),
  /// RFC 7932.
  BROTLI("br"),
  /// RFC 8878.
  ZSTD("zstd");

  private static final List<ContentCoding> KNOWN =
      Arrays.stream(values())
          .filter(coding -> coding != BROTLI || hasClass("org.brotli.dec.BrotliInputStream"))
          .toList();

  /// The value of `Accept-Encoding`.
  public static final String ACCEPTED =
      KNOWN.stream().map(ContentCoding::label).collect(Collectors.joining(", "));

  private final String label;
  private final String alias;

  ContentCoding(String label) {
    this(label, label);
  }

  ContentCoding(String label, String alias) {
    this.label = label;
    this.alias = alias;
  }

  /// The coding of that name, in lower case, if it can be undone here.
  public static Optional<ContentCoding> named(String name) {
    return KNOWN.stream()
        .filter(coding -> name.equals(coding.label) || name.equals(coding.alias))
        .findFirst();
  }

  /// Its name on the wire.
  public String label() {
    return label;
  }

  private static boolean hasClass(String name) {
    try {
      Class.forName(name, false, ContentCoding.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException _) {
      return false;
    }
  }
}
