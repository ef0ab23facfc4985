package dev.crawler.core.handle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/// What is costly to make and used for each page: a parser, an inflater, buffers, a digest.
/// *Confined to the thread that has borrowed it from its [WorkbenchPool].*
final class Workbench {
  private final ContentDecoder decoder = new ContentDecoder();
  private final MessageDigest sha256 = newSha256();
  private final Parser parser = Parser.htmlParser();

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
    return parser.parseInput(html, "");
  }

  /// Makes ready for the next borrower.
  void trim() {
    decoder.trim();
  }

  /// Frees what lies outside the heap.
  void close() {
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
