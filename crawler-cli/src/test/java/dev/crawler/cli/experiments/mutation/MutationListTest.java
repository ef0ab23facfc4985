package dev.crawler.cli.experiments.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The lists of safety lines do not rot.
final class MutationListTest {
  private static final Path ROOT = Path.of(System.getProperty("crawler.root"));

  static Stream<Mutation> mutations() throws IOException {
    return MutationList.in(ROOT).stream().flatMap(list -> list.mutations().stream());
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void eachLineIsStillInTheSource(Mutation mutation) throws IOException {
    var source = Files.readString(ROOT.resolve(mutation.file()));

    assertThat(mutation.applyTo(source)).isNotEqualTo(source);
    assertThat(mutation.why()).isNotEmpty();
  }

  @Test
  void eachEngineHasSafetyLinesAndASuiteThatIsThere() throws IOException {
    var lists = MutationList.in(ROOT);

    assertThat(lists)
        .extracting(MutationList::engine)
        .contains("serial, threads, virtual", "callbacks", "vertx", "processes", "fetchers");
    for (var list : lists) {
      assertThat(list.mutations()).hasSizeGreaterThanOrEqualTo(6);
      assertThat(list.mutations()).extracting(Mutation::name).doesNotHaveDuplicates();
      assertThat(Stream.concat(list.suites().stream(), list.own().stream()))
          .hasSizeGreaterThan(1)
          .allSatisfy(test -> assertThat(sourceOf(test)).isRegularFile());
    }
  }

  private static Path sourceOf(TestClass test) {
    return ROOT.resolve(test.module())
        .resolve("src/test/java")
        .resolve(test.name().replace('.', '/') + ".java");
  }

  @Test
  void aLineThatIsGoneOrThereTwiceIsNamed() {
    var mutation = new Mutation("lost", "no reason", Path.of("A.java"), "a;\n", "");

    assertThatThrownBy(() -> mutation.applyTo("b;\n"))
        .hasMessage("A.java: what 'lost' replaces is not there");
    assertThatThrownBy(() -> mutation.applyTo("a;\na;\n"))
        .hasMessage("A.java: what 'lost' replaces is there more than once");
  }

  @Test
  void readsWhatStaysGoesAndComes() {
    var reader = new MutationReader(Path.of("m"));
    List.of("engine e", "suite m T", "= n", "? w", "@ F.java", " stays", "-goes", "+comes")
        .forEach(reader::take);

    var list = reader.list();

    assertThat(list.suites()).containsExactly(new TestClass("m", "T"));
    assertThat(list.mutations())
        .containsExactly(
            new Mutation("n", "w", Path.of("m", "F.java"), "stays\ngoes\n", "stays\ncomes\n"));
  }
}
