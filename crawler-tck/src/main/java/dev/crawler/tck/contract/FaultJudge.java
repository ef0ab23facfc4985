package dev.crawler.tck.contract;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.PageRecord;
import dev.crawler.tck.hostile.Fault;
import dev.crawler.tck.hostile.Fault.Door;
import dev.crawler.tck.hostile.Fault.Expectation;
import dev.crawler.tck.hostile.Fault.Retries;
import dev.crawler.tck.hostile.Fault.Verdict;
import dev.crawler.tck.hostile.HostileServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Holds the records of a crawl against what is expected of a fault. *Immutable.*
record FaultJudge(HostileServer server, CrawlPlan plan, List<PageRecord> pages) {
  /// What a busy machine may add to a deadline; what has no deadline takes far longer.
  private static final Duration SLACK = Duration.ofSeconds(10);

  /// What was wrong, one line each; empty when nothing was.
  List<String> complaints(Fault fault) {
    var complaints = new ArrayList<String>();
    for (var expectation : fault.expectations()) {
      var url = server.url(fault, expectation.url());
      var found = pages.stream().filter(page -> page.url().equals(url)).toList();
      if (found.size() == 1) {
        compare(expectation, found.getFirst(), complaints);
        attempts(fault, expectation, found.getFirst())
            .ifPresent(attempts -> compareRetries(expectation.retries(), attempts, complaints));
      } else {
        complaints.add(found.size() + " records of " + url);
      }
    }
    return complaints;
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

  private static boolean fits(Verdict verdict, PageRecord page) {
    var content = page.content();
    boolean truncated = content != null && content.truncated();
    return page.outcome() == verdict.outcome()
        && page.reason() == verdict.reason()
        && (verdict.status() == 0 || page.status().orElse(0) == verdict.status())
        && truncated == verdict.truncated();
  }
}
