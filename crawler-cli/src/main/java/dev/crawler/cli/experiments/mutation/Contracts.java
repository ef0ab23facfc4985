package dev.crawler.cli.experiments.mutation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The tests of a checkout, compiled by Maven into folders of their own below `target`: what is
/// sound, for mutants to be put before. *Immutable.*
///
/// @param root of the checkout
record Contracts(Path root) {
  private static final String KIT = "crawler-tck";
  private static final Path TARGET = Path.of("target", "mutation");

  /// Compiles what the lists need.
  ///
  /// @throws IOException when that fails, with the first lines of what Maven said
  static Contracts build(Path root, List<MutationList> lists)
      throws IOException, InterruptedException {
    var modules = new TreeSet<>(List.of(KIT));
    lists.stream()
        .flatMap(list -> Stream.concat(list.suites().stream(), list.own().stream()))
        .forEach(test -> modules.add(test.module()));
    var log = Files.createTempFile("crawler-maven-", ".log");
    try {
      var maven =
          new ProcessBuilder(command(String.join(",", modules)))
              .directory(root.toAbsolutePath().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      maven.environment().put("JAVA25_HOME", System.getProperty("java.home"));
      if (maven.start().waitFor() != 0) {
        throw new IOException("the tests do not compile: " + firstLineOf(log));
      }
    } finally {
      Files.delete(log);
    }
    return new Contracts(root.toAbsolutePath());
  }

  private static List<String> command(String modules) {
    return List.of(
        "mvn",
        "-q",
        "-B",
        "-Dstyle.color=never",
        "-Pquick",
        "-Dmaven.test.skip=false",
        "-Dcrawler.target=" + TARGET,
        "-pl",
        modules,
        "-am",
        "test-compile",
        "dependency:build-classpath",
        "-Dmdep.includeScope=test",
        "-Dmdep.outputFile=" + TARGET.resolve("classpath"));
  }

  private static String firstLineOf(Path log) throws IOException {
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.startsWith("[ERROR]")).findFirst().orElse("no word why");
    }
  }

  /// Where a module's tests find everything, the kit's own among it.
  String classPathOf(String module) throws IOException {
    return String.join(File.pathSeparator, ofModule(module), ofModule(KIT));
  }

  private String ofModule(String module) throws IOException {
    var target = root.resolve(module).resolve(TARGET);
    return String.join(
        File.pathSeparator,
        target.resolve("test-classes").toString(),
        target.resolve("classes").toString(),
        Files.readString(target.resolve("classpath")).strip());
  }
}
