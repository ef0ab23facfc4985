package dev.crawler.tck.simulated;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchResult.Response;
import dev.crawler.core.fetch.FetchResult.Trace;
import dev.crawler.core.fetch.FetchResult.Unreachable;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.tck.server.RequestLog;
import dev.crawler.tck.server.RequestLog.Request;
import dev.crawler.tck.site.Answer;
import dev.crawler.tck.site.Place;
import dev.crawler.tck.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/// The network between a simulated crawl and a site: adds latency, and failures that a retry gets
/// over. *Confined to one thread.*
final class SimulatedWeb {
  private static final List<FailureReason> FAILURES =
      List.of(
          FailureReason.CONNECT,
          FailureReason.RESET,
          FailureReason.TIMEOUT,
          FailureReason.TRUNCATED);
  private static final int FAILURES_PERCENT = 3;
  private static final int STALLS_PERCENT = 2;
  private static final long LATENCY = 20_000_000;
  private static final long STALL = 3_000_000_000L;
  private static final String ADDRESS = "127.0.0.1";

  private final Site site;
  private final SplittableRandom random;
  private final RequestLog requests;

  SimulatedWeb(Site site, long seed, RequestLog requests) {
    this.site = site;
    this.random = new SplittableRandom(seed);
    this.requests = requests;
  }

  /// What comes of a request made now, and after which time.
  FetchResult answer(FetchTask task, Instant now) {
    var trace = new Trace(now, latency(), ADDRESS);
    var found = site.locate(task.link().url().origin() + task.link().url().pathAndQuery());
    if (found.isEmpty()) {
      return new Unreachable(FailureReason.DNS, "no such host", trace);
    }
    var place = Place.asked(found.get().host(), found.get().target());
    int attempt = requests.count(place);
    if (!task.lastAttempt() && random.nextInt(100) < FAILURES_PERCENT) {
      requests.add(request(place, trace, false));
      return failure(FAILURES.get(random.nextInt(FAILURES.size())), trace);
    }
    var answer = site.answer(place.host(), found.get().target(), attempt);
    requests.add(request(place, trace, answer.isFinal()));
    return switch (answer) {
      case Answer.Reply(var status, var headers, var body, _, _) ->
          new Response(status, headers, body, false, trace);
      case Answer.Cut _ -> failure(FailureReason.TRUNCATED, trace);
      case Answer.Reset _ -> failure(FailureReason.RESET, trace);
    };
  }

  private static FetchResult failure(FailureReason reason, Trace trace) {
    return new Unreachable(reason, reason.label() + ", simulated", trace);
  }

  private Duration latency() {
    boolean stalls = random.nextInt(100) < STALLS_PERCENT;
    return Duration.ofNanos(1 + random.nextLong(stalls ? STALL : LATENCY));
  }

  private static Request request(Place place, Trace trace, boolean isFinal) {
    long start = Duration.between(Instant.EPOCH, trace.startedAt()).toNanos();
    return new Request(place, 0, start, start + trace.elapsed().toNanos(), isFinal);
  }
}
