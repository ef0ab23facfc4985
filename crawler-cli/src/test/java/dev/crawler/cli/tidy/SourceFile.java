package dev.crawler.cli.tidy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One file of the project. *Immutable.*
///
/// @param path from the root of the project
/// @param lines its lines without their ends
record SourceFile(Path path, List<String> lines) {
  SourceFile {
    lines = List.copyOf(lines);
  }

  /// A file that is not there, for showing that a complaint is made.
  static SourceFile of(String path, String text) {
    return new SourceFile(Path.of(path), text.lines().toList());
  }

  /// A complaint for each line that is so.
  Stream<String> complaints(String about, Predicate<String> line) {
    return IntStream.range(0, lines.size())
        .filter(i -> line.test(lines.get(i)))
        .mapToObj(i -> complaint(i + 1, about));
  }

  String complaint(int line, String about) {
    return path + ":" + line + ": " + about;
  }

  boolean isMain() {
    return path.toString().contains("src/main/java");
  }
}
