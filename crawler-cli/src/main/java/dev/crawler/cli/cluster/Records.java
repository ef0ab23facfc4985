package dev.crawler.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The records of an output file, read by a reader that is not the crawler's. *Immutable.*
///
/// @param byKey lines without what differs from run to run, by the key of their URL
record Records(SortedMap<String, List<String>> byKey) {
  private static final int SHOWN = 10_000;
  private static final String TEXT = "[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+";
  private static final String VALUE = "(?:\"" + TEXT + "\"|[^,}\"]*)";

  /// A comma and a quote are never neighbours within a JSON text: the quote would be escaped.
  private static final Pattern VOLATILE =
      Pattern.compile(",\"(?:attempts|fetched_at|elapsed_ms|address|worker)\":" + VALUE);

  /// In a streaming crawl those of the first discovery.
  private static final Pattern CHANCE = Pattern.compile(",\"(?:depth|referrer)\":" + VALUE);

  private static final Pattern URL = Pattern.compile(",\"url\":\"(" + TEXT + ")\"");

  /// Those in a file; none when there is no file.
  static Records read(Path file, boolean exact) throws IOException {
    if (!Files.exists(file)) {
      return of(Stream.of(), exact);
    }
    try (var lines = Files.lines(file)) {
      return of(lines, exact);
    }
  }

  /// Those of some lines.
  static Records of(Stream<String> lines, boolean exact) {
    return new Records(
        lines
            .map(line -> VOLATILE.matcher(line).replaceAll(""))
            .map(line -> exact ? line : CHANCE.matcher(line).replaceAll(""))
            .map(Records::cut)
            .collect(groupingBy(Records::key, TreeMap::new, toList())));
  }

  int size() {
    return byKey.values().stream().mapToInt(List::size).sum();
  }

  /// What is wrong with these when those are right, one line each.
  List<String> complaints(Records right) {
    var complaints = new ArrayList<String>();
    right.byKey.forEach((key, lines) -> {
      if (!byKey.containsKey(key)) {
        complaints.add("lost: " + lines.getFirst());
      }
    });
    byKey.forEach((key, lines) -> {
      var expected = right.byKey.get(key);
      if (lines.size() > 1) {
        complaints.add("doubled, " + lines.size() + " records: " + key);
      }
      if (expected == null) {
        complaints.add("made up: " + lines.getFirst());
      } else if (!lines.getFirst().equals(expected.getFirst())) {
        complaints.add("differs: " + lines.getFirst() + "\n  from: " + expected.getFirst());
      }
    });
    return complaints;
  }

  /// What is too long to be shown is compared by its digest.
  private static String cut(String line) {
    if (line.length() <= SHOWN) {
      return line;
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(UTF_8));
      return line.substring(0, SHOWN) + "… " + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  private static String key(String line) {
    var url = URL.matcher(line);
    if (!url.find()) {
      return "torn: " + line;
    }
    return CrawlUrl.parse(url.group(1)) instanceof UrlResult.Valid(var found)
        ? found.key()
        : url.group(1);
  }
}
