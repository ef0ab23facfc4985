package dev.crawler.cli.compare.proof;

import dev.crawler.cli.compare.result.Difference;
import dev.crawler.cli.compare.result.Difference.Check;
import dev.crawler.cli.compare.result.Proof;
import dev.crawler.cli.compare.result.Proof.Witness;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.tck.server.PolitenessJudge;
import dev.crawler.tck.server.PolitenessJudge.Wire;
import dev.crawler.tck.site.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds each crawl against the first. *Confined to one thread.*
public final class WorkJudge {
  private final CrawlPlan plan;
  private final Optional<Site> site;
  private final List<Difference> differences = new ArrayList<>();
  private @Nullable Standard standard;
  private int crawls;

  /// What all others are held against.
  private record Standard(Work work, LineDigests digests, RequestCounts counts) {}

  /// @param plan that all crawl by
  /// @param site that is crawled, where it is ours
  public WorkJudge(CrawlPlan plan, Optional<Site> site) {
    this.plan = plan;
    this.site = site;
  }

  /// Judges a crawl that came to its end. The first one's file of records must stay.
  public void judge(Work work) throws IOException {
    crawls++;
    var digests = LineDigests.of(work.records());
    var seen = work.seen().map(Work.Seen::requests).orElseGet(List::of);
    var counts = site.map(ours -> RequestCounts.of(ours, seen)).orElse(RequestCounts.NONE);
    judgeManners(work);
    var first = standard;
    if (first == null) {
      standard = new Standard(work, digests, counts);
      return;
    }
    judgeRecords(work, digests, first);
    judgeRequests(work, counts, first);
  }

  /// Notes a crawl that did not come to its end.
  public void failed(String engine, int round, String why) {
    differences.add(
        new Difference(
            Check.END, engine, round, null, null, null, engine + " did not end its crawl: " + why));
  }

  /// Whether all was well so far.
  public boolean isContent() {
    return differences.isEmpty();
  }

  /// What came of it.
  public Proof proof() {
    var first = standard;
    var witness = site.isPresent() ? Witness.SERVER : Witness.ENGINES;
    return first == null
        ? new Proof(crawls, 0, "", 0, witness, differences)
        : new Proof(
            crawls,
            first.digests().count(),
            first.digests().digest(),
            requests(first.work(), first.counts()),
            witness,
            differences);
  }

  private void judgeRecords(Work work, LineDigests digests, Standard first) throws IOException {
    if (digests.isSameAs(first.digests())) {
      return;
    }
    var found =
        RecordLines.firstDifference(
            work.records(), digests, first.work().records(), first.digests());
    add(Check.RECORDS, work, first, found.url(), found.field(), found.text());
  }

  private void judgeRequests(Work work, RequestCounts counts, Standard first) {
    var url = counts.firstDifference(first.counts());
    if (url.isPresent()) {
      var text =
          "asked for %s, not %s"
              .formatted(times(counts.times(url.get())), times(first.counts().times(url.get())));
      add(Check.REQUESTS, work, first, url.get(), null, text);
    } else if (site.isEmpty() && work.requests() != first.work().requests()) {
      var text = "%d requests, not %d".formatted(work.requests(), first.work().requests());
      add(Check.REQUESTS, work, first, null, null, text);
    }
  }

  private void judgeManners(Work work) {
    if (site.isEmpty() || work.seen().isEmpty()) {
      return;
    }
    var complaints =
        work.seen().get().whole()
            ? new PolitenessJudge(site.get(), plan, Wire.SOCKETS)
                .complaints(work.seen().get().requests())
            : List.of("the site was asked too often to remember it all");
    if (!complaints.isEmpty()) {
      var text = "%s: %s".formatted(work.engine(), complaints.getFirst());
      differences.add(
          new Difference(Check.POLITENESS, work.engine(), work.round(), null, null, null, text));
    }
  }

  private void add(
      Check check,
      Work work,
      Standard first,
      @Nullable String url,
      @Nullable String field,
      String text) {
    var where = url == null ? "" : url + ": ";
    var against = first.work().engine();
    differences.add(
        new Difference(
            check,
            work.engine(),
            work.round(),
            against,
            url,
            field,
            "%s differs from %s at %s%s".formatted(work.engine(), against, where, text)));
  }

  private long requests(Work work, RequestCounts counts) {
    return site.isPresent() ? counts.all() : work.requests();
  }

  private static String times(int number) {
    return switch (number) {
      case 0 -> "never";
      case 1 -> "once";
      default -> number + " times";
    };
  }
}
