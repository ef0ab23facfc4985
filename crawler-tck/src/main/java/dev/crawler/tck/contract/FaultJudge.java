package dev.crawler.tck.contract;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordFields;
import dev.crawler.tck.hostile.Fault;
import dev.crawler.tck.hostile.Fault.Door;
import dev.crawler.tck.hostile.Fault.Expectation;
import dev.crawler.tck.hostile.Fault.Retries;
import dev.crawler.tck.hostile.Fault.Verdict;
import dev.crawler.tck.hostile.FaultTable;
import dev.crawler.tck.hostile.HostileServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Holds the records of a crawl against what is expected of a fault. *Immutable.*
record FaultJudge(HostileServer server, CrawlPlan plan, List<PageRecord> pages) {
  /// What a busy machine may add to a deadline; what has no deadline takes far longer.
  private static final Duration SLACK = Duration.ofSeconds(10);

  /// A page that links lead to and that nobody may ask for.
  private static final String NEVER = "/never";

  /// What would move a cursor or turn a text around.
  private static final Pattern HARMFUL =
      Pattern.compile("[\\p{Cc}\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]");

  /// How the page ended, how often it was asked for, and how those ended that it led to, in words.
  String ending(Fault fault) {
    if (!fault.isCompared()) {
      return complaints(fault).isEmpty() ? "one of these" : "none of these";
    }
    var first = fault.expectations().getFirst();
    var found = found(server.url(fault, first.url()));
    int times = found.isEmpty() ? 0 : attempts(fault, first, found.getFirst()).orElse(0);
    var words = FaultTable.inWords(fault, expectation -> ending(fault, expectation));
    return times > 1 ? words + " ×" + times : words;
  }

  private String ending(Fault fault, Expectation expectation) {
    var found = found(server.url(fault, expectation.url()));
    return found.size() == 1
        ? FaultTable.verdict(verdict(found.getFirst(), expectation.verdicts().getFirst()))
        : found.size() + " records";
  }

  /// The status is told where it matters.
  private static Verdict verdict(PageRecord page, Verdict expected) {
    int status = expected.status() == 0 ? 0 : page.status().orElse(0);
    return new Verdict(page.outcome(), page.reason(), status, isTruncated(page));
  }

  /// What was wrong, one line each; empty when nothing was.
  List<String> complaints(Fault fault) {
    var complaints = new ArrayList<String>();
    for (var expectation : fault.expectations()) {
      var url = server.url(fault, expectation.url());
      var found = found(url);
      if (found.size() == 1) {
        var page = found.getFirst();
        compare(expectation, page, complaints);
        compareLinks(fault, expectation, page, complaints);
        attempts(fault, expectation, page)
            .ifPresent(attempts -> compareRetries(expectation.retries(), attempts, complaints));
      } else {
        complaints.add(found.size() + " records of " + url);
      }
    }
    if (server.asked(fault, NEVER) > 0) {
      complaints.add("asked for what must not be asked for");
    }
    return complaints;
  }

  private List<PageRecord> found(String url) {
    return pages.stream().filter(page -> page.url().equals(url)).toList();
  }

  private void compareLinks(
      Fault fault, Expectation expectation, PageRecord page, List<String> complaints) {
    if (expectation.links() != null) {
      var links = expectation.links().stream().map(link -> server.url(fault, link)).toList();
      if (!links.equals(page.links())) {
        complaints.add("should have links %s, has %s".formatted(links, page.links()));
      }
    }
    if (HARMFUL.matcher(line(page)).find()) {
      complaints.add("a terminal would obey its record");
    }
  }

  private static String line(PageRecord page) {
    var sink = new CollectedRecords();
    sink.write(page);
    return sink.sortedLines(RecordFields.all()).getFirst();
  }

  private void compare(Expectation expectation, PageRecord page, List<String> complaints) {
    if (expectation.verdicts().stream().noneMatch(verdict -> fits(verdict, page))) {
      complaints.add("should be one of %s, is %s".formatted(expectation.verdicts(), page));
    }
    var elapsed = page.trace().elapsed();
    var deadline = plan.http().timeout().plus(SLACK);
    if (elapsed != null && elapsed.compareTo(deadline) > 0) {
      complaints.add("took " + elapsed + " of " + plan.http().timeout());
    }
    if (expectation.url().equals("/after")
        && page.html() != null
        && !"after".equals(page.html().title())) {
      complaints.add("another URL's answer: " + page);
    }
  }

  /// How often the faulty request was made, or nothing where nobody counts.
  private OptionalInt attempts(Fault fault, Expectation expectation, PageRecord page) {
    if (!plan.politeness().obeyRobots() || !expectation.url().equals("/")) {
      return OptionalInt.of(page.trace().attempts());
    }
    return fault.door() == Door.CLOSED
        ? OptionalInt.empty()
        : OptionalInt.of(server.asked(fault, "/robots.txt"));
  }

  private void compareRetries(Retries retries, int attempts, List<String> complaints) {
    int all = 1 + plan.limits().retries();
    boolean right =
        switch (retries) {
          case NONE -> attempts <= 1;
          case ONCE -> attempts == 2;
          case ALL -> attempts == all;
          case ANY -> attempts <= all;
        };
    if (!right) {
      complaints.add("%d attempts, retries %s".formatted(attempts, retries));
    }
  }

  private static boolean isTruncated(PageRecord page) {
    var content = page.content();
    return content != null && content.truncated();
  }

  private static boolean fits(Verdict verdict, PageRecord page) {
    return page.outcome() == verdict.outcome()
        && page.reason() == verdict.reason()
        && (verdict.status() == 0 || page.status().orElse(0) == verdict.status())
        && isTruncated(page) == verdict.truncated();
  }
}
