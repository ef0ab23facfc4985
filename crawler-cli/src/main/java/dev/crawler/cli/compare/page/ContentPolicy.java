package dev.crawler.cli.compare.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The Content Security Policy of a page that holds its scripts and styles in itself: those alone,
/// by their hashes, and no network. *Immutable.*
final class ContentPolicy {
  private ContentPolicy() {}

  static String of(String style, String... scripts) {
    var policy = new StringBuilder("default-src 'none'; script-src");
    for (var script : scripts) {
      policy.append(' ').append(hash(script));
    }
    return policy
        .append("; style-src ")
        .append(hash(style))
        .append("; img-src data:; base-uri 'none'; form-action 'none'")
        .toString();
  }

  private static String hash(String inline) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(inline.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(bytes) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
