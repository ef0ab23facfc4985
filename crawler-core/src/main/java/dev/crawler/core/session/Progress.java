package dev.crawler.core.session;

/// Where a crawl stands. *Immutable.*
///
/// @param done URLs that have ended, with a record each
/// @param known distinct URLs taken on so far, ended or not
/// @param inFlight fetches under way, robots.txt included
/// @param queued URLs that wait, at their hosts or for their level
/// @param requests fetches started so far, robots.txt and retries included
/// @param retries fetches started again among them
/// @param robotsFetches robots.txt requests among them
/// @param hostsReady hosts with something to fetch now or later
/// @param limit what holds the rate down now
public record Progress(
    long done,
    long known,
    int inFlight,
    long queued,
    long requests,
    long retries,
    long robotsFetches,
    int hostsReady,
    Limit limit) {
  /// What holds the rate of a crawl down.
  public enum Limit {
    /// Nothing: there is more to fetch at once.
    NONE,
    /// As many fetches are in flight as allowed.
    CONCURRENCY,
    /// Hosts wait for their delay, a retry, or a Retry-After.
    DELAY,
    /// Every host with something to fetch has as many fetches in flight as allowed.
    PER_HOST,
    /// The level must end before the next begins.
    LEVEL,
    /// Nothing is left but what is in flight.
    TAIL;

    /// What holds down a crawl that was told that step, when there is room for more fetches.
    static Limit of(Step step, long queued, long heldBack) {
      return switch (step) {
        case Step.Fetch _, Step.Exclude _ -> NONE;
        case Step.Pause _ -> DELAY;
        case Step.Await _ when queued > 0 -> PER_HOST;
        case Step.Await _ when heldBack > 0 -> LEVEL;
        case Step.Await _, Step.Exhausted _ -> TAIL;
      };
    }
  }

  /// The same with so many fetches under way.
  Progress withInFlight(int fetches) {
    return new Progress(
        done, known, fetches, queued, requests, retries, robotsFetches, hostsReady, limit);
  }

  /// The same, held down by that.
  public Progress under(Limit other) {
    return new Progress(
        done, known, inFlight, queued, requests, retries, robotsFetches, hostsReady, other);
  }

  /// This part of a crawl and another one together; what holds down one with something to do
  /// counts.
  public Progress plus(Progress other) {
    return new Progress(
        done + other.done,
        known + other.known,
        inFlight + other.inFlight,
        queued + other.queued,
        requests + other.requests,
        retries + other.retries,
        robotsFetches + other.robotsFetches,
        hostsReady + other.hostsReady,
        other.isBusier(this) ? other.limit : limit);
  }

  private boolean isBusier(Progress other) {
    return inFlight + hostsReady > other.inFlight + other.hostsReady;
  }

  /// Before the first step.
  public static final Progress START = new Progress(0, 0, 0, 0, 0, 0, 0, 0, Limit.NONE);
}
