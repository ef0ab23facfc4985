package dev.crawler.cli.experiments.page;

import dev.crawler.cli.experiments.finding.Finding;
import java.util.Locale;

/// What an experiment shows, for a terminal.
final class ResultText {
  private ResultText() {}

  static String of(Result result) {
    var text = new StringBuilder();
    text.append(
        "%s: %s%n"
            .formatted(
                result.experiment().name(),
                result.findings().verdict().words().toUpperCase(Locale.ROOT)));
    for (var finding : result.findings().findings()) {
      text.append(line(finding));
    }
    for (var point : result.seen().unequal()) {
      text.append("  NOT EQUAL  %s: %s%n".formatted(point.at(), point.differences().getFirst()));
    }
    return text + "\n";
  }

  private static String line(Finding finding) {
    return "  %-20s %s%n                       %s%n"
        .formatted(
            finding.verdict().words(), finding.clause(), finding.evidence().replace("`", ""));
  }
}
