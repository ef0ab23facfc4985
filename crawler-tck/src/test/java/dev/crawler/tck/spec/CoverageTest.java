package dev.crawler.tck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.tck.hostile.Fault;
import dev.crawler.tck.hostile.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every fault and every promise has a test, and `docs/faults.md` names those that are not in its
/// table. With `-Dcrawler.table=write` the names are written there.
class CoverageTest {
  private static final String DOCUMENT = "docs/faults.md";

  /// Number, what it is, its tests: three cells.
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([NCRDP]\\d+) \\|([^|]*)\\|[^|]*\\|$");

  /// Sitemaps are read by their own reader, whose tests have its limits.
  private static final List<String> ELSEWHERE = List.of("C26");

  private final Repository repository = Repository.here();

  @Test
  void everyFaultIsPlayed() throws IOException {
    var entries =
        Stream.of(upTo("N", 50), upTo("C", 26), upTo("R", 12)).flatMap(all -> all).toList();

    var played =
        Faults.all().stream()
            .map(Fault::id)
            .map(id -> id.replaceAll("[a-z]$", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    played.addAll(TaggedTests.of(repository, "fault").names().keySet());
    played.addAll(ELSEWHERE);

    assertThat(played).containsAll(entries);
  }

  @Test
  void everyPromiseIsTested() throws IOException {
    var promises =
        "P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11 P12 P13 P14 P15 P16 P17 P18 P19 P20 P21 P22 P23 P24"
            .split(" ");

    var tested = TaggedTests.of(repository, "promise").names();

    assertThat(tested).containsOnlyKeys(promises);
  }

  @Test
  void theDocumentNamesTheTests() throws IOException {
    var text = repository.text(DOCUMENT);
    var faults = TaggedTests.of(repository, "fault");
    var promises = TaggedTests.of(repository, "promise");

    var named =
        ROW.matcher(text)
            .replaceAll(row -> row(row, row.group(1).startsWith("P") ? promises : faults));

    if (System.getProperty("crawler.table", "").equals("write")) {
      Files.writeString(repository.root().resolve(DOCUMENT), named);
    }
    assertThat(repository.text(DOCUMENT)).isEqualTo(named);
    var rows = ROW.matcher(text).results().map(row -> row.group(1)).toList();
    assertThat(rows).doesNotHaveDuplicates().containsAll(promises.names().keySet());
    assertThat(rows).containsAll(faults.names().keySet());
  }

  private static String row(MatchResult row, TaggedTests tests) {
    var names = tests.names().getOrDefault(row.group(1), new TreeSet<>());
    return "| %s |%s| %s |".formatted(row.group(1), row.group(2), inCode(names));
  }

  private static String inCode(SortedSet<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static Stream<String> upTo(String letter, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> letter + number);
  }
}
