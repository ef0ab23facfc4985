package dev.crawler.core.handle;

import dev.crawler.core.fetch.HeavyBodies;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/// What is costly to make and used for each page: a parser, an inflater, buffers, a digest.
/// *Confined to the thread that has borrowed it from its [WorkbenchPool].*
final class Workbench {
  /// A parser keeps the last tree it built; one of a larger page is not kept.
  private static final int KEPT = 1 << 16;

  private final HeavyBodies heavyBodies;
  private final ContentDecoder decoder = new ContentDecoder(this::expect);
  private final MessageDigest sha256 = newSha256();
  private Parser parser = Parser.htmlParser();
  private int longest;
  private boolean heavy;
  private boolean spoilt;

  Workbench(HeavyBodies heavyBodies) {
    this.heavyBodies = heavyBodies;
  }

  /// Waits until a body of so many bytes may be worked on.
  void expect(long bytes) {
    if (bytes > HeavyBodies.FROM && !heavy) {
      heavyBodies.enter();
      heavy = true;
    }
  }

  private void makeWay() {
    if (heavy) {
      heavy = false;
      heavyBodies.leave();
    }
  }

  /// Something went wrong on it.
  void spoil() {
    spoilt = true;
  }

  boolean isSpoilt() {
    return spoilt;
  }

  ContentDecoder decoder() {
    return decoder;
  }

  /// Checksum of the first bytes of an array, in lower-case hexadecimal.
  String sha256(byte[] bytes, int length) {
    sha256.update(bytes, 0, length);
    return HexFormat.of().formatHex(sha256.digest());
  }

  /// The tree of a page. Base URLs are none of the parser's business here.
  Document parse(String html) {
    longest = Math.max(longest, html.length());
    return parser.parseInput(html, "");
  }

  /// Makes ready for the next borrower.
  void trim() {
    makeWay();
    decoder.trim();
    if (longest > KEPT) {
      parser = Parser.htmlParser();
      longest = 0;
    }
  }

  /// Frees what lies outside the heap.
  void close() {
    makeWay();
    decoder.close();
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
