package dev.crawler.cli.compare.proof;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Finds where the records of two crawls first differ, by URL, and says it in words.
final class RecordLines {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST = 60;

  private RecordLines() {}

  /// A difference in words.
  ///
  /// @param url of the record
  /// @param field that differs, or null where a whole record is missing
  /// @param text for a person, without the names of the engines
  record Found(String url, @Nullable String field, String text) {}

  /// The first difference of two files whose digests differ.
  static Found firstDifference(
      Path file, LineDigests digests, Path otherFile, LineDigests otherDigests) throws IOException {
    var mine = lines(file, digests.lackingIn(otherDigests));
    var theirs = lines(otherFile, otherDigests.lackingIn(digests));
    var urls = new TreeMap<String, Boolean>();
    mine.keySet().forEach(url -> urls.put(url, true));
    theirs.keySet().forEach(url -> urls.put(url, true));
    var url = urls.firstKey();
    var one = mine.get(url);
    var other = theirs.get(url);
    if (one == null || other == null) {
      return new Found(url, null, one == null ? "no record, or one less" : "a record more");
    }
    return fieldOf(url, parsed(one), parsed(other));
  }

  private static Found fieldOf(String url, Map<String, String> mine, Map<String, String> theirs) {
    for (var name : mine.keySet()) {
      var one = mine.get(name);
      var other = theirs.get(name);
      if (!Objects.equals(one, other)) {
        return new Found(
            url, name, "%s is %s, not %s".formatted(name, cut(one, other), cut(other, one)));
      }
    }
    return new Found(url, null, "the line is written in another way");
  }

  /// A long value from where it begins to differ.
  private static String cut(@Nullable String value, @Nullable String other) {
    if (value == null) {
      return "absent";
    }
    if (value.length() <= LONGEST) {
      return value;
    }
    var that = other == null ? "" : other;
    int same = Math.max(0, Arrays.mismatch(value.toCharArray(), that.toCharArray()));
    int from = Math.max(0, Math.min(same - 10, value.length() - LONGEST));
    int to = Math.min(value.length(), from + LONGEST);
    return (from > 0 ? "…" : "") + value.substring(from, to) + (to < value.length() ? "…" : "");
  }

  /// One line for each URL among those of these digests.
  private static Map<String, String> lines(Path file, List<byte[]> wanted) throws IOException {
    var lines = new TreeMap<String, String>();
    LineDigests.forEach(
        file,
        (bytes, digest) -> {
          if (Collections.binarySearch(wanted, digest, Arrays::compareUnsigned) >= 0) {
            var line = new String(bytes, StandardCharsets.UTF_8);
            lines.put(parsed(line).getOrDefault("url", line), line);
            if (lines.size() > 1) {
              lines.pollLastEntry();
            }
          }
        });
    return lines;
  }

  /// Values by field, each as JSON; nothing where the line is none.
  private static Map<String, String> parsed(String line) {
    var fields = new LinkedHashMap<String, String>();
    try (var json = JSON.createParser(ObjectReadContext.empty(), line)) {
      json.nextToken();
      for (var name = json.nextName(); name != null; name = json.nextName()) {
        json.nextToken();
        var value = new StringWriter();
        try (var copy = JSON.createGenerator(ObjectWriteContext.empty(), value)) {
          copy.copyCurrentStructure(json);
        }
        fields.put(name, name.equals("url") ? json.getString() : value.toString());
      }
    } catch (JacksonException e) {
      return fields;
    }
    return fields;
  }
}
