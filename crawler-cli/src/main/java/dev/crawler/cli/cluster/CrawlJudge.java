package dev.crawler.cli.cluster;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.crawler.cli.cluster.ServedSite.Asked;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.tck.server.PolitenessJudge;
import dev.crawler.tck.server.PolitenessJudge.Wire;
import dev.crawler.tck.server.RequestLog.Request;
import dev.crawler.tck.site.Place;
import dev.crawler.tck.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Judges by what the server saw how a crawl went on over deaths. *Immutable.*
///
/// @param deaths when each process was killed that was ([System#nanoTime])
/// @param repeats how many pages may have been asked for again after a final answer: as many as
///   could be in flight in those that died
record CrawlJudge(Site site, CrawlPlan plan, Map<Long, Long> deaths, int repeats) {
  /// What was wrong, one line each; empty when nothing was.
  List<String> complaints(List<Asked> asked) {
    var requests = asked.stream().map(this::cutByDeath).toList();
    var complaints = new ArrayList<String>();
    complaints.addAll(new PolitenessJudge(site, plan, Wire.SOCKETS).manners(requests));
    repeatedPages(requests, complaints);
    robots(requests, complaints);
    return complaints;
  }

  /// A request ends with the process that made it, though the server may not know yet.
  private Request cutByDeath(Asked asked) {
    var request = asked.request();
    long death = deaths.getOrDefault(asked.process(), Long.MAX_VALUE);
    long end = Math.max(request.startNanos(), Math.min(request.endNanos(), death));
    return new Request(
        request.place(), request.client(), request.startNanos(), end, request.answered());
  }

  private void repeatedPages(List<Request> requests, List<String> complaints) {
    var again = fetchedAgain(requests);
    long sum = again.values().stream().mapToLong(times -> times - 1).sum();
    if (sum > repeats) {
      complaints.add("%d pages asked for again, %d may be: %s".formatted(sum, repeats, again));
    }
  }

  /// How many answers of pages there were beyond the first of each.
  long repeated(List<Asked> asked) {
    return fetchedAgain(asked.stream().map(Asked::request).toList()).values().stream()
        .mapToLong(times -> times - 1)
        .sum();
  }

  /// Pages that were answered more than once, and how often.
  private Map<Place, Long> fetchedAgain(List<Request> requests) {
    var answered =
        requests.stream()
            .filter(request -> request.answered() && !site.isRobots(request.place()))
            .collect(groupingBy(Request::place, counting()));
    answered.values().removeIf(times -> times == 1);
    return answered;
  }

  /// Once an origin, and once more after its owner has died; what fails is tried again each time.
  private void robots(List<Request> requests, List<String> complaints) {
    requests.stream()
        .filter(request -> request.place().target().equals("/robots.txt"))
        .collect(groupingBy(Request::place))
        .forEach((place, asked) -> {
          long answered = asked.stream().filter(Request::answered).count();
          int owners = 1 + deaths.size();
          int attempts = owners * (1 + plan.limits().retries());
          if (answered > owners || asked.size() > attempts) {
            complaints.add(times(place, asked.size()));
          }
        });
  }

  private String times(Place place, int times) {
    return "asked %d times: %s".formatted(times, site.key(place));
  }
}
