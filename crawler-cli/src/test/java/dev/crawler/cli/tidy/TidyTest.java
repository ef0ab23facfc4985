package dev.crawler.cli.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TidyTest {
  @Test
  void javaFilesAreTidy() throws IOException {
    var files = SourceTree.ofThisBuild().endingIn(".java");

    var complaints = files.stream().flatMap(Tidiness::complaints).toList();

    assertThat(files).hasSizeGreaterThan(50);
    assertThat(complaints).isEmpty();
  }

  @Test
  void packagesAreDocumentedAndNullMarked() throws IOException {
    var files = SourceTree.ofThisBuild().endingIn(".java");

    var complaints = Tidiness.undocumented(files).toList();

    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "final class HostManager {",
        "record UrlUtil() {",
        "  enum PageInfo {",
        "abstract class AbstractEngine {",
        "class FetcherImpl implements Fetcher {",
        "// TO" + "DO: later",
        "  @Dis" + "abled",
        "/// @aut" + "hor me",
      })
  void anUntidyLineIsNamed(String line) {
    var file = SourceFile.of("Some.java", "package some;\n" + line);

    var complaints = Tidiness.complaints(file);

    assertThat(complaints).singleElement().asString().startsWith("Some.java:2: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "final class Information {",
        "/// a class Manager would be banned",
        "var data = info.helper();",
        "record Database() {",
      })
  void aTidyLineIsNot(String line) {
    var file = SourceFile.of("Some.java", line);

    assertThat(Tidiness.complaints(file)).isEmpty();
  }

  @Test
  void lengthIsLimited() {
    var wide = SourceFile.of("Wide.java", "x".repeat(121));
    var longer = SourceFile.of("Long.java", "x\n".repeat(251));

    var complaints = Stream.of(wide, longer).flatMap(Tidiness::complaints);

    assertThat(complaints)
        .containsExactly("Wide.java:1: over 120 columns", "Long.java:251: 251 lines, over 250");
  }

  @Test
  void aBarePackageIsNamed() {
    var files =
        List.of(
            SourceFile.of("m/src/main/java/a/A.java", "package a;"),
            SourceFile.of("m/src/main/java/b/package-info.java", "package b;"),
            SourceFile.of("m/src/test/java/c/C.java", "package c;"));

    var complaints = Tidiness.undocumented(files);

    assertThat(complaints)
        .containsExactlyInAnyOrder(
            "m/src/main/java/a: no package-info.java",
            "m/src/main/java/b/package-info.java:1: needs a doc comment and @NullMarked");
  }
}
