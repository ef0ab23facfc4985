package dev.crawler.core.handle;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.record.EarlierCrawl;
import dev.crawler.core.record.RecordOutcome;
import java.util.Optional;

/// Judges what came back for a page: another try, or the end and its record. *Immutable.*
final class PageJudge {
  private static final int NOT_MODIFIED = 304;

  private final AnswerReader reader;
  private final EarlierCrawl earlier;

  PageJudge(AnswerReader reader, EarlierCrawl earlier) {
    this.reader = reader;
    this.earlier = earlier;
  }

  Handled judge(FetchTask task, FetchResult result, Workbench bench) {
    return switch (result) {
      case FetchResult.Response response -> answer(task, response, bench);
      case FetchResult.Unreachable(var reason, var message, var trace) ->
          failure(task, RecordDraft.fetched(task, trace), reason, message);
      case FetchResult.Forbidden(var address, _) -> forbidden(task, address);
    };
  }

  private Handled answer(FetchTask task, FetchResult.Response response, Workbench bench) {
    return switch (StatusClass.of(response.status())) {
      case SUCCESS -> reader.success(task, response, bench);
      case REDIRECT -> redirect(task, response, bench);
      case OTHER_REDIRECT ->
          task.isConditional() && response.status() == NOT_MODIFIED
              ? unmodified(task, response, bench)
              : otherRedirect(task, response, bench);
      case PASSING_ERROR ->
          task.lastAttempt()
              ? reader.error(task, response, bench)
              : new Handled(new Outcome.Retry(HostPressure.of(response)), null);
      case FINAL_ERROR -> reader.error(task, response, bench);
      case NONSENSE ->
          failure(
              task,
              RecordDraft.answered(task, response),
              FailureReason.PROTOCOL,
              "status " + response.status() + " ends no exchange");
    };
  }

  private Handled redirect(FetchTask task, FetchResult.Response response, Workbench bench) {
    var target = RedirectTarget.of(response, task.link().url());
    var page =
        reader
            .draft(task, response, bench)
            .redirectTo(target.text())
            .ended(RecordOutcome.REDIRECT, target.error());
    return new Handled(
        new Outcome.Redirect(Optional.ofNullable(target.url()), HostPressure.of(response)), page);
  }

  /// When the earlier record cannot be had any more, there is nothing to say but that it leads
  /// nowhere.
  private Handled unmodified(FetchTask task, FetchResult.Response response, Workbench bench) {
    return earlier
        .page(task.link().url())
        .map(page -> reader.unmodified(task, response, page))
        .orElseGet(() -> otherRedirect(task, response, bench));
  }

  private Handled otherRedirect(FetchTask task, FetchResult.Response response, Workbench bench) {
    var page =
        reader
            .draft(task, response, bench)
            .ended(RecordOutcome.REDIRECT, "status " + response.status() + " leads nowhere else");
    return new Handled(new Outcome.Redirect(Optional.empty(), HostPressure.of(response)), page);
  }

  /// The end of a task without an answer, or a retry when another try may mend it.
  static Handled failure(FetchTask task, RecordDraft draft, FailureReason reason, String message) {
    if (isPassing(reason) && !task.lastAttempt()) {
      return new Handled(new Outcome.Retry(Pressure.NONE), null);
    }
    var page = draft.ended(RecordOutcome.FAILED, reason.recorded(), OneLine.of(message));
    return new Handled(new Outcome.Ended(Pressure.NONE), page);
  }

  /// Whether another try may mend it. A name that has no address is not looked up again in this
  /// run, and a server that breaks the protocol will break it again.
  static boolean isPassing(FailureReason reason) {
    return switch (reason) {
      case LOOK_UP, CONNECT, RESET, TIMEOUT, TRUNCATED -> true;
      case DNS, TLS, PROTOCOL, DECODE, CANCELLED, INTERNAL -> false;
    };
  }

  private static Handled forbidden(FetchTask task, String address) {
    var page =
        RecordDraft.unfetched(task, address)
            .ended(
                RecordOutcome.EXCLUDED,
                ExclusionReason.ADDRESS,
                "its address is private or otherwise not for a crawler");
    return new Handled(new Outcome.Ended(Pressure.NONE), page);
  }
}
