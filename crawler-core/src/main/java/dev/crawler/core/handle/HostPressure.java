package dev.crawler.core.handle;

import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.Pressure;
import java.time.Duration;
import java.util.Optional;

/// Reads from an answer how much its host can take. *No state.*
final class HostPressure {
  private HostPressure() {}

  /// `Retry-After` counts on 429, 503 and 3xx, where RFC 9110 and RFC 6585 give it a meaning; from
  /// the end of the answer on, when it is a date.
  static Pressure of(FetchResult.Response response) {
    int status = response.status();
    boolean overloaded = status == 429 || status == 503;
    if (!overloaded && status / 100 != 3) {
      return Pressure.NONE;
    }
    var end = response.trace().startedAt().plus(response.trace().elapsed());
    Optional<Duration> wait =
        response.headers().first("retry-after").flatMap(value -> RetryAfter.parse(value, end));
    return wait.isEmpty() && !overloaded ? Pressure.NONE : new Pressure(wait, overloaded);
  }
}
