package dev.crawler.core.record;

import dev.crawler.core.fetch.Reason;
import dev.crawler.core.fetch.Validators;
import dev.crawler.core.simhash.SimHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// One line of the output: how one distinct URL key ended. *Immutable.*
///
/// @param url request URL without credentials; for an input line that is no URL, the line
/// @param outcome how it ended
/// @param reason why, for `failed` and `excluded`; else null
/// @param error one line for a person, or null
/// @param status status code, empty without an answer
/// @param redirectTo target of a redirect as resolved, or raw when it cannot be resolved; else null
/// @param depth distance from the seeds
/// @param referrer request URL of the page it was found on, or null
/// @param content the decoded body, or null when there was none to look at
/// @param html what an HTML page says of itself, or null for anything else
/// @param links distinct request URLs in document order
/// @param version which version of the page it is, or null when the server does not say
/// @param trace the volatile part, left out when engines are compared
public record PageRecord(
    String url,
    RecordOutcome outcome,
    @Nullable Reason reason,
    @Nullable String error,
    OptionalInt status,
    @Nullable String redirectTo,
    int depth,
    @Nullable String referrer,
    @Nullable Content content,
    @Nullable Html html,
    List<String> links,
    @Nullable Version version,
    Trace trace) {

  /// Version of the record format.
  public static final int SCHEMA = 1;

  /// Copies the list.
  public PageRecord {
    links = List.copyOf(links);
  }

  /// A record without a version.
  public PageRecord(
      String url,
      RecordOutcome outcome,
      @Nullable Reason reason,
      @Nullable String error,
      OptionalInt status,
      @Nullable String redirectTo,
      int depth,
      @Nullable String referrer,
      @Nullable Content content,
      @Nullable Html html,
      List<String> links,
      Trace trace) {
    this(
        url,
        outcome,
        reason,
        error,
        status,
        redirectTo,
        depth,
        referrer,
        content,
        html,
        links,
        null,
        trace);
  }

  /// The same, saying which worker it comes from.
  public PageRecord by(String worker) {
    return new PageRecord(
        url,
        outcome,
        reason,
        error,
        status,
        redirectTo,
        depth,
        referrer,
        content,
        html,
        links,
        version,
        new Trace(trace.attempts, trace.fetchedAt, trace.elapsed, trace.address, worker));
  }

  /// Which version of a page it is, so that a later crawl can ask for a newer one alone.
  ///
  /// @param validators as the server sent them, at least one
  /// @param notModified whether the server said that it is still the one of an earlier crawl
  /// @param unfollowed those of the links that the page asks not to follow one by one
  public record Version(Validators validators, boolean notModified, List<String> unfollowed) {
    /// Copies the list.
    public Version {
      unfollowed = List.copyOf(unfollowed);
    }
  }

  /// The decoded body.
  ///
  /// @param contentType as the server said it, or null
  /// @param charset name by the Encoding Standard, null when nothing was decoded to text
  /// @param charsetSource `bom`, `header`, `meta` or `default`; null with the charset
  /// @param bytes length after decoding
  /// @param truncated whether it was cut at the limit
  /// @param sha256 of those bytes, lower-case hex
  public record Content(
      @Nullable String contentType,
      @Nullable String charset,
      @Nullable String charsetSource,
      long bytes,
      boolean truncated,
      String sha256) {}

  /// What an HTML page says of itself; each part null when absent.
  ///
  /// @param robots what it lets robots do, meta and `X-Robots-Tag` together
  /// @param simHash of its text, null when it has none or nobody wants it
  public record Html(
      @Nullable String title,
      @Nullable String description,
      @Nullable String canonical,
      @Nullable String lang,
      RobotsMeta robots,
      @Nullable SimHash simHash) {
    /// Without a hash of its text.
    public Html(
        @Nullable String title,
        @Nullable String description,
        @Nullable String canonical,
        @Nullable String lang,
        RobotsMeta robots) {
      this(title, description, canonical, lang, robots, null);
    }
  }

  /// Whether a page may be indexed and its links followed.
  public record RobotsMeta(boolean index, boolean follow) {}

  /// Fields that differ from run to run.
  ///
  /// @param attempts requests made, 0 when excluded
  /// @param fetchedAt when the last attempt began, or null
  /// @param elapsed how long the last attempt took, or null
  /// @param address IP address connected to, or null
  /// @param worker which of several processes it comes from; null where there is only one
  public record Trace(
      int attempts,
      @Nullable Instant fetchedAt,
      @Nullable Duration elapsed,
      @Nullable String address,
      @Nullable String worker) {
    /// That of the only process.
    public Trace(
        int attempts,
        @Nullable Instant fetchedAt,
        @Nullable Duration elapsed,
        @Nullable String address) {
      this(attempts, fetchedAt, elapsed, address, null);
    }
  }
}
