package dev.crawler.cli.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where the documentation points: links of Markdown files, and pages below `docs` that any text
/// names, comments of Java files among them. *Immutable.*
///
/// @param tree what they point into
record Links(SourceTree tree) {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)[^)]*\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
  private static final Pattern PAGE = Pattern.compile("\\bdocs/[\\w./-]+\\.md\\b");
  private static final Pattern HEADING = Pattern.compile("#+ +(.*)");

  /// Complaints about links to files or headings that are not there.
  Stream<String> dead(SourceFile file) {
    var complaints = new ArrayList<String>();
    var quoting = false;
    for (var i = 0; i < file.lines().size(); i++) {
      var line = file.lines().get(i);
      quoting ^= line.startsWith("```");
      for (var target : quoting ? List.<String>of() : found(LINK, 1, line)) {
        if (!ELSEWHERE.matcher(target).matches() && !leadsSomewhere(file, target)) {
          complaints.add(file.complaint(i + 1, "dead link " + target));
        }
      }
    }
    return complaints.stream();
  }

  /// Complaints about pages that are named but not there.
  Stream<String> missingPages(SourceFile file) {
    return file.complaints(
        "names a page below docs that is not there",
        line -> !found(PAGE, 0, line).stream().allMatch(page -> tree.holds(Path.of(page))));
  }

  private boolean leadsSomewhere(SourceFile from, String target) {
    var parts = target.split("#", 2);
    var path = parts[0].isEmpty() ? from.path() : from.path().resolveSibling(parts[0]);
    if (!tree.holds(path)) {
      return false;
    }
    return parts.length == 1 || anchors(path).contains(parts[1]);
  }

  private List<String> anchors(Path path) {
    try {
      return Files.readAllLines(tree.root().resolve(path)).stream()
          .map(HEADING::matcher)
          .filter(Matcher::matches)
          .map(heading -> anchor(heading.group(1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }

  /// As code hosts make it of a heading.
  private static String anchor(String heading) {
    return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
  }

  private static List<String> found(Pattern pattern, int group, String line) {
    return pattern.matcher(line).results().map(match -> match.group(group)).toList();
  }
}
