package dev.crawler.cli.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// The files of the project as they lie in its root folder, less what a build makes. *Immutable.*
///
/// @param root folder of the parent pom
record SourceTree(Path root) {
  /// The tree that this build compiles.
  static SourceTree ofThisBuild() {
    return new SourceTree(
        Path.of(System.getProperty("crawler.root", "..")).toAbsolutePath().normalize());
  }

  /// The files whose names end so, in the order of their paths.
  List<SourceFile> endingIn(String suffix) throws IOException {
    var found = new ArrayList<Path>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(root) || isKept(folder.getFileName().toString())
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(suffix)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found.stream().sorted().map(this::read).toList();
  }

  /// Whether a path from the root names something, without climbing out of it.
  boolean holds(Path path) {
    return !path.normalize().startsWith("..") && Files.exists(root.resolve(path));
  }

  private static boolean isKept(String folder) {
    return !folder.equals("target") && !folder.startsWith(".");
  }

  private SourceFile read(Path file) {
    try {
      return new SourceFile(root.relativize(file), Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
