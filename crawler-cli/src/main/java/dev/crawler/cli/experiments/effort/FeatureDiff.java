package dev.crawler.cli.experiments.effort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a feature that came later took in each module, after the history of the checkout.
/// *Immutable.*
///
/// @param feature in words
/// @param module folder of the module
/// @param added lines of its main sources
/// @param removed lines of them
record FeatureDiff(String feature, String module, int added, int removed) {
  /// Commits that gave all engines of one process something new, and in words what.
  private static final List<List<String>> FEATURES =
      List.of(
          List.of("7b3e5a1", "an archive of exchanges"),
          List.of("5689186", "a place on disk for what waits"));

  private static final Pattern LINE =
      Pattern.compile("(\\d+)\\t(\\d+)\\t(crawler-[a-z]+)/src/main/.*\\.java");

  /// Those of the history that is there: in a copy without it there are none.
  static List<FeatureDiff> in(Path root) throws IOException, InterruptedException {
    var diffs = new ArrayList<FeatureDiff>();
    for (var feature : FEATURES) {
      var lines = git(root, feature.getFirst());
      var modules =
          lines.stream().map(LINE::matcher).filter(line -> line.matches()).map(l -> l.group(3));
      modules.distinct().forEach(module -> diffs.add(of(feature.getLast(), module, lines)));
    }
    return diffs;
  }

  private static FeatureDiff of(String feature, String module, List<String> lines) {
    int added = 0;
    int removed = 0;
    for (var text : lines) {
      var line = LINE.matcher(text);
      if (line.matches() && line.group(3).equals(module)) {
        added += Integer.parseInt(line.group(1));
        removed += Integer.parseInt(line.group(2));
      }
    }
    return new FeatureDiff(feature, module, added, removed);
  }

  private static List<String> git(Path root, String commit)
      throws IOException, InterruptedException {
    Process git;
    try {
      git =
          new ProcessBuilder("git", "show", "--format=", "--numstat", commit)
              .directory(root.toAbsolutePath().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException _) {
      return List.of(); // no git, no history
    }
    var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return git.waitFor() == 0 ? said.lines().toList() : List.of();
  }
}
