package dev.crawler.cli.experiments.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MutantCompilerTest {
  private static final String SOURCE =
      """
      package p;

      class Safe {
        int guarded() {
          return 1;
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void aMutantIsCompiledIntoItsFolderAndTheSourceStays() throws IOException {
    var mutation = mutation("    return 1;\n", "    return 2;\n");

    var complaint = MutantCompiler.of(folder).compile(mutation, "", classes());

    assertThat(complaint).isEmpty();
    assertThat(classes().resolve("p/Safe.class")).isRegularFile();
    assertThat(folder.resolve("Safe.java")).hasContent(SOURCE);
  }

  @Test
  void whatIsNoJavaIsSaid() throws IOException {
    var mutation = mutation("    return 1;\n", "");

    var complaint = MutantCompiler.of(folder).compile(mutation, "", classes());

    assertThat(complaint).hasValueSatisfying(said -> assertThat(said).contains("return"));
  }

  private Path classes() throws IOException {
    return Files.createDirectories(folder.resolve("classes"));
  }

  private Mutation mutation(String before, String after) throws IOException {
    Files.writeString(folder.resolve("Safe.java"), SOURCE);
    return new Mutation("broken", "to see", Path.of("Safe.java"), before, after);
  }
}
