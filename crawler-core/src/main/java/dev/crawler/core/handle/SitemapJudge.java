package dev.crawler.core.handle;

import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.fetch.SitemapVerdict;
import dev.crawler.core.fetch.SitemapVerdict.Unavailable;

/// Judges what came back for a sitemap. It is input: what cannot be had leaves a warning, never a
/// record. *Immutable.*
final class SitemapJudge {
  private final int maxBody;

  SitemapJudge(int maxBody) {
    this.maxBody = maxBody;
  }

  Outcome judge(FetchTask task, FetchResult result, Workbench bench) {
    return switch (result) {
      case FetchResult.Response response -> answer(task, response, bench);
      case FetchResult.Unreachable(var reason, var message, _) ->
          unavailable(task, PageJudge.isPassing(reason), Pressure.NONE, OneLine.of(message));
      case FetchResult.Forbidden _ ->
          unavailable(task, false, Pressure.NONE, "its address is private");
    };
  }

  private Outcome answer(FetchTask task, FetchResult.Response response, Workbench bench) {
    var pressure = HostPressure.of(response);
    return switch (StatusClass.of(response.status())) {
      case SUCCESS -> listing(task, response, bench);
      case REDIRECT -> {
        var target = RedirectTarget.of(response, task.link().url()).url();
        yield target == null
            ? unavailable(task, false, pressure, "a redirect to nowhere")
            : new Outcome.Sitemap(new SitemapVerdict.Moved(target), pressure);
      }
      case PASSING_ERROR -> unavailable(task, true, pressure, "status " + response.status());
      case OTHER_REDIRECT, FINAL_ERROR, NONSENSE ->
          unavailable(task, false, pressure, "status " + response.status());
    };
  }

  private Outcome listing(FetchTask task, FetchResult.Response response, Workbench bench) {
    return switch (bench.decoder().decodeFile(response, maxBody)) {
      case DecodedBody.Content(var bytes, var length, var truncated) ->
          new Outcome.Sitemap(SitemapReader.read(bytes, length, truncated), Pressure.NONE);
      case DecodedBody.Unreadable(var reason, var message) ->
          unavailable(task, PageJudge.isPassing(reason), Pressure.NONE, message);
    };
  }

  /// It is not had, unless another try mends it.
  static Outcome unavailable(FetchTask task, boolean passing, Pressure pressure, String why) {
    return passing && !task.lastAttempt()
        ? new Outcome.Retry(pressure)
        : new Outcome.Sitemap(new Unavailable(why), pressure);
  }
}
