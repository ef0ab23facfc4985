package dev.crawler.tck.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The working tree that the tests run in. *Immutable.*
///
/// @param root its top folder
record Repository(Path root) {
  /// Looks upwards from the working folder, which is that of a module or the top.
  static Repository here() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/spec.md"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException(
            "not inside the repository: " + Path.of("").toAbsolutePath());
      }
    }
    return new Repository(folder);
  }

  String text(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  /// Sources of all modules, those of tests and those of the kit.
  List<Path> sources() throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> root.relativize(file).toString().matches("[^/]+/src/(main|test)/java/.*"))
          .toList();
    }
  }
}
