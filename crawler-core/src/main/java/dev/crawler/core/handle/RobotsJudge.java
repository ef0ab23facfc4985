package dev.crawler.core.handle;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.url.CrawlUrl;

/// Judges what came back for a robots.txt (RFC 9309 section 2.3.1). In doubt nothing of the origin
/// is fetched. *Immutable.*
final class RobotsJudge {
  private static final RobotsVerdict ALLOW_ALL = new RobotsVerdict.Found(RobotsRules.ALLOW_ALL);

  private final String productToken;
  private final int maxBody;

  RobotsJudge(String productToken, int maxBody) {
    this.productToken = productToken;
    this.maxBody = Math.max(maxBody, RobotsTxt.LIMIT);
  }

  Outcome judge(FetchTask task, FetchResult result, Workbench bench) {
    return switch (result) {
      case FetchResult.Response response -> answer(task, response, bench);
      case FetchResult.Unreachable(var reason, _, _) when isUnresolved(task, reason) ->
          new Outcome.Robots(new RobotsVerdict.Unresolved(), Pressure.NONE);
      case FetchResult.Unreachable unreachable ->
          unavailable(task, PageJudge.isPassing(unreachable.reason()), Pressure.NONE);
      case FetchResult.Forbidden _ ->
          new Outcome.Robots(new RobotsVerdict.Forbidden(), Pressure.NONE);
    };
  }

  /// Whether the host has no address, or still none after all tries.
  private static boolean isUnresolved(FetchTask task, FailureReason reason) {
    return reason.recorded() == FailureReason.DNS
        && (task.lastAttempt() || !PageJudge.isPassing(reason));
  }

  /// 429 counts as unreachable, though it is a 4xx: the host is there and wants fewer requests. So
  /// does any status that no standard knows.
  private Outcome answer(FetchTask task, FetchResult.Response response, Workbench bench) {
    var pressure = HostPressure.of(response);
    return switch (StatusClass.of(response.status())) {
      case SUCCESS -> rules(task, response, bench);
      case REDIRECT -> {
        var target = RedirectTarget.of(response, task.link().url()).url();
        yield new Outcome.Robots(
            target == null ? ALLOW_ALL : new RobotsVerdict.Moved(target), pressure);
      }
      case OTHER_REDIRECT -> new Outcome.Robots(ALLOW_ALL, pressure);
      case PASSING_ERROR, FINAL_ERROR ->
          meansAbsent(response.status())
              ? new Outcome.Robots(ALLOW_ALL, pressure)
              : unavailable(task, isPassing(response.status()), pressure);
      case NONSENSE -> unavailable(task, false, pressure);
    };
  }

  /// The lines that decide on a URL in an answer that was judged before.
  RobotsPassage passage(FetchResult.Response response, CrawlUrl url, Workbench bench) {
    if (StatusClass.of(response.status()) != StatusClass.SUCCESS) {
      return RobotsPassage.NONE;
    }
    return switch (bench.decoder().decode(response, maxBody)) {
      case DecodedBody.Content body ->
          RobotsTxt.read(body.bytes(), body.length(), productToken).passage(url);
      case DecodedBody.Unreadable _ -> RobotsPassage.NONE;
    };
  }

  private static boolean meansAbsent(int status) {
    return status < 500 && status != 429;
  }

  private static boolean isPassing(int status) {
    return StatusClass.of(status) == StatusClass.PASSING_ERROR;
  }

  private Outcome rules(FetchTask task, FetchResult.Response response, Workbench bench) {
    return switch (bench.decoder().decode(response, maxBody)) {
      case DecodedBody.Content body ->
          new Outcome.Robots(
              RobotsTxt.read(body.bytes(), body.length(), productToken).found(), Pressure.NONE);
      case DecodedBody.Unreadable unreadable ->
          unavailable(task, PageJudge.isPassing(unreadable.reason()), Pressure.NONE);
    };
  }

  /// Nothing of the origin may be fetched, unless another try mends it.
  static Outcome unavailable(FetchTask task, boolean passing, Pressure pressure) {
    return passing && !task.lastAttempt()
        ? new Outcome.Retry(pressure)
        : new Outcome.Robots(new RobotsVerdict.Unavailable(), pressure);
  }
}
