package dev.crawler.tck.server;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.tck.server.RequestLog.Request;
import dev.crawler.tck.site.Place;
import dev.crawler.tck.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Judges by what a server saw whether a crawl kept its plan's manners. *Immutable.*
///
/// @param site that was crawled
/// @param crawl the plan that it was crawled by
/// @param wire what the requests came over
public record PolitenessJudge(Site site, CrawlPlan crawl, Wire wire) {
  /// What requests come over.
  public enum Wire {
    /// Connections, with a client that may replay at once, and once, what a kept one failed to
    /// carry (RFC 9110 section 9.2.2).
    SOCKETS,
    /// None: each request is one that the session asked for.
    SIMULATION
  }

  /// Clocks of two processes on one machine agree better than this.
  private static final Duration TOLERANCE = Duration.ofMillis(1);

  /// A request may be so long on its way to a busy server.
  private static final Duration HOLD_UP = Duration.ofMillis(50);

  /// What was wrong, one line each; empty when nothing was.
  public List<String> complaints(List<Request> requests) {
    var complaints = new ArrayList<String>();
    repeated(requests, complaints);
    complaints.addAll(manners(requests));
    return complaints;
  }

  /// What was rude, however often a place was asked for: a crawl that outlives a part of itself
  /// asks again for what that part had asked for.
  public List<String> manners(List<Request> requests) {
    var complaints = new ArrayList<String>();
    requests.stream()
        .sorted(Comparator.comparingLong(Request::startNanos))
        .collect(Collectors.groupingBy(request -> request.place().host()))
        .forEach((host, ofHost) -> {
          robotsFirst(ofHost, complaints);
          crowded(ofHost, complaints);
          hurried(host, ofHost, complaints);
        });
    return complaints;
  }

  /// No place is asked again after a final answer, nor more often than retries allow. Another
  /// host's rules may be read once for each origin that leads there.
  private void repeated(List<Request> requests, List<String> complaints) {
    var done = new HashSet<Place>();
    var times = new HashMap<Place, Integer>();
    for (var request : requests) {
      var place = request.place();
      if (site.isRobots(place) && !place.target().equals("/robots.txt")) {
        continue;
      }
      if (done.contains(place)) {
        complaints.add("asked again after a final answer: " + site.key(place));
      }
      if (times.merge(place, 1, Integer::sum) > 1 + crawl.limits().retries()) {
        complaints.add("asked too often: " + site.key(place));
      }
      if (request.answered()) {
        done.add(place);
      }
    }
  }

  private void robotsFirst(List<Request> requests, List<String> complaints) {
    long known = Long.MAX_VALUE;
    for (var request : requests) {
      boolean robots = site.isRobots(request.place());
      if (robots && !crawl.politeness().obeyRobots()) {
        complaints.add("robots.txt asked for in vain: " + site.key(request.place()));
      }
      if (request.place().target().equals("/robots.txt")) {
        known = Math.min(known, request.endNanos());
      }
      if (!robots && crawl.politeness().obeyRobots() && request.startNanos() < known) {
        complaints.add("asked before robots.txt was there: " + site.key(request.place()));
      }
    }
  }

  /// Under way at a moment are those that have begun, without those that have ended.
  private void crowded(List<Request> requests, List<String> complaints) {
    var starts = requests.stream().mapToLong(Request::startNanos).toArray();
    var ends = requests.stream().mapToLong(Request::endNanos).sorted().toArray();
    int begun = 0;
    int ended = 0;
    for (var request : requests) {
      while (begun < starts.length && starts[begun] <= request.startNanos()) {
        begun++;
      }
      while (ended < ends.length && ends[ended] <= request.startNanos()) {
        ended++;
      }
      if (begun - ended > crawl.politeness().perHost()) {
        complaints.add(begun - ended + " at once: " + site.key(request.place()));
      }
    }
  }

  /// Between the end of one and the start of the next; where several may be under way, the pace of
  /// starts as a whole, for each may be held up on its way to the server.
  private void hurried(int host, List<Request> requests, List<String> complaints) {
    for (int i = 1; i < requests.size(); i++) {
      var before = requests.get(i - 1);
      var request = requests.get(i);
      boolean single = crawl.politeness().perHost() == 1;
      var gap =
          single
              ? Duration.ofNanos(request.startNanos() - before.endNanos()).plus(TOLERANCE)
              : Duration.ofNanos(request.startNanos() - requests.getFirst().startNanos())
                  .plus(HOLD_UP)
                  .dividedBy(i);
      if (!isReplay(before, request) && gap.compareTo(owed(host, before, request)) < 0) {
        complaints.add("only " + gap + " after the last: " + site.key(request.place()));
      }
    }
  }

  /// How often anything is asked for is judged by itself.
  private boolean isReplay(Request before, Request request) {
    return wire == Wire.SOCKETS && !before.answered() && before.place().equals(request.place());
  }

  /// The host's own delay counts once its rules are surely known: from page to page.
  private Duration owed(int host, Request before, Request request) {
    var delay = crawl.politeness().delay();
    boolean pages = !site.isRobots(before.place()) && !site.isRobots(request.place());
    if (!pages || !crawl.politeness().obeyRobots()) {
      return delay;
    }
    var asked = site.crawlDelay(host);
    return asked.compareTo(delay) > 0 ? asked : delay;
  }
}
