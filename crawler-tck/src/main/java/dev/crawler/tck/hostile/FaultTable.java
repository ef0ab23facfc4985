package dev.crawler.tck.hostile;

import dev.crawler.core.fetch.Reason;
import dev.crawler.tck.hostile.Fault.Expectation;
import dev.crawler.tck.hostile.Fault.Retries;
import dev.crawler.tck.hostile.Fault.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The catalogue of faults as a table for people, with a column for each engine: what it is, and
/// what came of it when it was played. `docs/faults.md` holds it.
public final class FaultTable {
  private FaultTable() {}

  /// Lines of Markdown.
  ///
  /// @param endings what each engine was seen to make of each fault, by the number of the fault
  public static List<String> lines(SequencedMap<String, Map<String, String>> endings) {
    var engines = endings.sequencedKeySet();
    var head =
        Stream.of(
            "| fault | what goes wrong | must end as | tried again |%s"
                .formatted(cells(engines.stream())),
            "|---|---|---|---|" + "---|".repeat(engines.size()));
    return Stream.concat(head, Faults.all().stream().map(fault -> line(fault, endings.values())))
        .toList();
  }

  private static String line(Fault fault, Collection<Map<String, String>> endings) {
    var page = fault.expectations().getFirst();
    return "| %s | %s | %s | %s |%s"
        .formatted(
            fault.id(),
            fault.title(),
            verdicts(fault),
            retries(page.retries()),
            cells(endings.stream().map(seen -> seen.getOrDefault(fault.id(), "not played"))));
  }

  private static String cells(Stream<String> texts) {
    return texts.map(text -> " " + text + " |").collect(Collectors.joining());
  }

  private static String verdicts(Fault fault) {
    if (fault.isCompared()) {
      return inWords(fault, expectation -> verdict(expectation.verdicts().getFirst()));
    }
    var verdicts = fault.expectations().getFirst().verdicts();
    return verdicts.stream().map(FaultTable::verdict).collect(Collectors.joining(" or "))
        + "; not compared: "
        + fault.chance();
  }

  /// How a page ends, then those that it leads to, in words; not the good page beside it.
  public static String inWords(Fault fault, Function<Expectation, String> ending) {
    return fault.expectations().stream()
        .filter(expectation -> !expectation.url().equals("/after"))
        .map(ending)
        .distinct()
        .collect(Collectors.joining(", then "));
  }

  /// An ending in words.
  public static String verdict(Verdict verdict) {
    var text = new StringBuilder("`").append(verdict.outcome().label());
    Reason reason = verdict.reason();
    if (reason != null) {
      text.append(": ").append(reason.label());
    }
    if (verdict.status() != 0) {
      text.append(' ').append(verdict.status());
    }
    return text.append(verdict.truncated() ? "`, truncated" : "`").toString();
  }

  private static String retries(Retries retries) {
    return switch (retries) {
      case NONE -> "no";
      case ONCE -> "once";
      case ALL -> "yes";
      case ANY -> "perhaps";
    };
  }
}
