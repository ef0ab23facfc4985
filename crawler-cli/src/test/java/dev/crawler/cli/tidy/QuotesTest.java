package dev.crawler.cli.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the documentation quotes of the code is what the code says; the pages of the engines all
/// answer the same questions.
final class QuotesTest {
  private static final List<String> QUESTIONS =
      List.of(
          "## The idea",
          "## Who owns the state",
          "## Where it waits",
          "## What it costs",
          "## When to choose it",
          "## Where it hurts",
          "## The heart of its code");

  private final SourceTree tree = SourceTree.ofThisBuild();

  @TempDir private Path folder;

  @Test
  void everyQuoteIsInItsSource() throws IOException {
    var complaints = tree.endingIn(".md").stream().flatMap(new Quotes(tree)::stale).toList();

    assertThat(complaints).isEmpty();
  }

  @Test
  void everyEnginePageAnswersTheSameQuestionsAndQuotesItsCode() throws IOException {
    var pages = enginePages();

    assertThat(pages).hasSizeGreaterThan(2);
    assertThat(pages.stream().flatMap(new Quotes(tree)::unsourced)).isEmpty();
    assertThat(pages)
        .allSatisfy(page -> {
          assertThat(page.lines()).filteredOn(line -> line.startsWith("## ")).isEqualTo(QUESTIONS);
          assertThat(page.lines()).contains("```java");
        });
  }

  @Test
  void pagesThatTeachQuoteWhatRuns() throws IOException {
    var pages =
        tree.endingIn(".md").stream()
            .filter(page ->
                page.path().endsWith("ladder.md") || page.path().endsWith("add-an-engine.md"))
            .toList();

    assertThat(pages).hasSize(2);
    assertThat(pages.stream().flatMap(new Quotes(tree)::unsourced)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"int a;\n  int b;", "  int a;\n    int b;", "int b;\n\nint c;"})
  void aQuoteMayBeIndentedOtherwise(String quote) throws IOException {
    assertThat(new Quotes(source()).stale(page("[A](A.java):", quote))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"int a;\nint b;", "int a", "int b;\nint c;", "int d;"})
  void aQuoteThatIsNotThereIsNamed(String quote) throws IOException {
    assertThat(new Quotes(source()).stale(page("[A](A.java):", quote)))
        .containsExactly("page.md:3: is not in A.java");
  }

  @Test
  void aQuoteOfAFileThatIsGoneIsNamed() throws IOException {
    assertThat(new Quotes(source()).stale(page("[A](a/A.java):", "int a;")))
        .containsExactly("page.md:3: is not in a/A.java");
  }

  @Test
  void anExampleNamesNoFile() throws IOException {
    var page = page("For example:", "int d;");

    assertThat(new Quotes(source()).stale(page)).isEmpty();
    assertThat(new Quotes(source()).unsourced(page)).containsExactly("page.md:3: quotes no file");
  }

  private List<SourceFile> enginePages() throws IOException {
    return tree.endingIn(".md").stream()
        .filter(page -> page.path().startsWith("docs/engines"))
        .toList();
  }

  private SourceTree source() throws IOException {
    Files.writeString(folder.resolve("A.java"), "  int a;\n    int b;\n\n    int c;\n");
    return new SourceTree(folder);
  }

  private static SourceFile page(String said, String quote) {
    return SourceFile.of("page.md", said + "\n\n```java\n" + quote + "\n```\nint d;");
  }
}
