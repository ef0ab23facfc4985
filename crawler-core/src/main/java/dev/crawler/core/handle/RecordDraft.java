package dev.crawler.core.handle;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Reason;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordOutcome;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A record in the making: what is known of every task, to which its end is added. *Confined to one
/// thread.*
final class RecordDraft {
  private final FetchTask task;
  private final PageRecord.Trace trace;
  private OptionalInt status = OptionalInt.empty();
  private @Nullable String redirectTo;
  private PageRecord.@Nullable Content content;
  private PageRecord.@Nullable Html html;
  private List<String> links = List.of();
  private PageRecord.@Nullable Version version;

  private RecordDraft(FetchTask task, PageRecord.Trace trace) {
    this.task = task;
    this.trace = trace;
  }

  /// A draft for a task that was answered.
  static RecordDraft answered(FetchTask task, FetchResult.Response response) {
    var draft = fetched(task, response.trace());
    draft.status = OptionalInt.of(response.status());
    return draft;
  }

  /// A draft for a task whose request was made.
  static RecordDraft fetched(FetchTask task, FetchResult.Trace trace) {
    var address = trace.address().isEmpty() ? null : trace.address();
    return new RecordDraft(
        task, new PageRecord.Trace(task.attempt(), trace.startedAt(), trace.elapsed(), address));
  }

  /// A draft for a task whose request was never made.
  static RecordDraft unfetched(FetchTask task, @Nullable String address) {
    return new RecordDraft(task, new PageRecord.Trace(0, null, null, address));
  }

  /// The whole record of a URL that was never asked for.
  static PageRecord excluded(Exclusion exclusion) {
    var referrer = exclusion.referrer();
    return new PageRecord(
        exclusion.url(),
        outcome(exclusion.reason()),
        exclusion.reason(),
        exclusion.error(),
        OptionalInt.empty(),
        null,
        exclusion.depth(),
        referrer == null ? null : referrer.href(),
        null,
        null,
        List.of(),
        new PageRecord.Trace(0, null, null, null));
  }

  private static RecordOutcome outcome(Reason reason) {
    return switch (reason) {
      case ExclusionReason _ -> RecordOutcome.EXCLUDED;
      case FailureReason _ -> RecordOutcome.FAILED;
    };
  }

  RecordDraft redirectTo(@Nullable String value) {
    redirectTo = value;
    return this;
  }

  RecordDraft content(PageRecord.@Nullable Content value) {
    content = value;
    return this;
  }

  RecordDraft html(PageRecord.@Nullable Html value) {
    html = value;
    return this;
  }

  RecordDraft links(List<String> value) {
    links = value;
    return this;
  }

  RecordDraft version(PageRecord.@Nullable Version value) {
    version = value;
    return this;
  }

  /// The record of an answer.
  PageRecord ended(RecordOutcome outcome, @Nullable String error) {
    return record(outcome, null, error);
  }

  /// The record of a URL that failed or was excluded.
  PageRecord ended(RecordOutcome outcome, Reason reason, @Nullable String error) {
    return record(outcome, reason, error);
  }

  private PageRecord record(
      RecordOutcome outcome, @Nullable Reason reason, @Nullable String error) {
    var link = task.link();
    var referrer = link.referrer();
    return new PageRecord(
        link.url().href(),
        outcome,
        reason,
        error,
        status,
        redirectTo,
        link.depth(),
        referrer == null ? null : referrer.href(),
        content,
        html,
        links,
        version,
        trace);
  }
}
