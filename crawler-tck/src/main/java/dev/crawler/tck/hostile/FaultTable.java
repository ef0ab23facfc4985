package dev.crawler.tck.hostile;

import dev.crawler.core.fetch.Reason;
import dev.crawler.tck.hostile.Fault.Expectation;
import dev.crawler.tck.hostile.Fault.Retries;
import dev.crawler.tck.hostile.Fault.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The catalogue of faults as a table for people: `docs/faults.md` holds it, and a test that it is
/// still this one.
public final class FaultTable {
  private FaultTable() {}

  /// Lines of Markdown.
  public static List<String> lines() {
    var head =
        Stream.of("| fault | what goes wrong | ends as | tried again |", "|---|---|---|---|");
    return Stream.concat(head, Faults.all().stream().map(FaultTable::line)).toList();
  }

  private static String line(Fault fault) {
    var page = fault.expectations().getFirst();
    return "| %s | %s | %s | %s |"
        .formatted(fault.id(), fault.title(), verdicts(fault, page), retries(page.retries()));
  }

  private static String verdicts(Fault fault, Expectation expectation) {
    var verdicts =
        expectation.verdicts().stream()
            .map(FaultTable::verdict)
            .collect(Collectors.joining(" or "));
    return fault.isCompared() ? verdicts : verdicts + "; not compared: " + fault.chance();
  }

  private static String verdict(Verdict verdict) {
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
