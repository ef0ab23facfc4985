package dev.crawler.cli.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DocsTest {
  private final SourceTree tree = SourceTree.ofThisBuild();

  @TempDir private Path folder;

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    var pages = tree.endingIn(".md");

    var complaints = pages.stream().flatMap(new Links(tree)::dead).toList();

    assertThat(pages).hasSizeGreaterThan(2);
    assertThat(complaints).isEmpty();
  }

  @Test
  void everyPageThatIsNamedIsThere() throws IOException {
    var files = Stream.concat(tree.endingIn(".md").stream(), tree.endingIn(".java").stream());

    var complaints = files.flatMap(new Links(tree)::missingPages).toList();

    assertThat(complaints).isEmpty();
  }

  @Test
  void everyDecisionIsListedAndNumberedOnce() throws IOException {
    var decisions =
        tree.endingIn(".md").stream().map(SourceFile::path).filter(DocsTest::isDecision);
    var index = Files.readString(tree.root().resolve("docs/adr/README.md"));

    var names = decisions.map(path -> path.getFileName().toString()).toList();

    assertThat(names).isNotEmpty().allMatch(name -> index.contains("(" + name + ")"));
    assertThat(names).extracting(name -> name.substring(0, 4)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gone.md", "page.md#gone", "#gone", "../page.md", "gone/"})
  void aDeadLinkIsNamed(String target) throws IOException {
    Files.writeString(folder.resolve("page.md"), "# Two words");
    var page = SourceFile.of("page.md", "\n[text](" + target + ")");

    var complaints = new Links(new SourceTree(folder)).dead(page);

    assertThat(complaints).containsExactly("page.md:2: dead link " + target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page.md", "page.md#two-words", "#two-words", "https://example.org/"})
  void aLiveLinkIsNot(String target) throws IOException {
    Files.writeString(folder.resolve("page.md"), "# Two words");
    var page = SourceFile.of("page.md", "[text](" + target + ")");

    var complaints = new Links(new SourceTree(folder)).dead(page);

    assertThat(complaints).isEmpty();
  }

  @Test
  void aPageThatIsNamedButMissingIsNamed() {
    var file = SourceFile.of("A.java", "/// See `docs" + "/gone.md`.");

    var complaints = new Links(new SourceTree(folder)).missingPages(file);

    assertThat(complaints).containsExactly("A.java:1: names a page below docs that is not there");
  }

  private static boolean isDecision(Path path) {
    return path.toString().matches("docs/adr/\\d{4}-.*");
  }
}
