package dev.crawler.tck.contract;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.PageRecord;
import dev.crawler.tck.hostile.Fault;
import dev.crawler.tck.hostile.HostileServer;
import java.util.ArrayList;
import java.util.List;

/// What an engine made of some faults. *Immutable.*
///
/// @param seen of each fault
/// @param lines of the records that all engines must agree on, in order
public record PlayedFaults(List<Seen> seen, List<String> lines) {
  /// What an engine made of one fault. *Immutable.*
  ///
  /// @param ending how the page ended and how often it was asked for, in words
  /// @param complaints what is wrong about that, one line each
  public record Seen(Fault fault, String ending, List<String> complaints) {}

  /// Copies the lists.
  public PlayedFaults {
    seen = List.copyOf(seen);
    lines = List.copyOf(lines);
  }

  /// Judges while the server is there.
  static PlayedFaults of(FaultTrial trial, HostileServer server, CrawlPlan plan, Crawl crawl) {
    var judge = new FaultJudge(server, plan, crawl.records());
    var seen = new ArrayList<Seen>();
    for (var fault : trial.faults()) {
      seen.add(new Seen(fault, judge.ending(fault), judge.complaints(fault)));
    }
    return new PlayedFaults(seen, crawl.lines(plan, page -> isCompared(trial, server, page)));
  }

  private static boolean isCompared(FaultTrial trial, HostileServer server, PageRecord page) {
    return trial.faults().stream()
        .filter(fault -> !fault.isCompared())
        .noneMatch(fault -> page.url().startsWith(server.url(fault, "/")));
  }
}
