package dev.crawler.tck.site;

import dev.crawler.core.fetch.Reason;
import dev.crawler.core.record.RecordOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the record of one URL must say. *Immutable.*
///
/// @param key of the URL
/// @param status 0 without an answer
/// @param redirectTo key of the target, or null
/// @param referrer key of the page it was found on, or null
/// @param page what an answer with status 2xx holds, or null
public record Expected(
    String key,
    RecordOutcome outcome,
    @Nullable Reason reason,
    int status,
    @Nullable String redirectTo,
    int depth,
    @Nullable String referrer,
    @Nullable Contents page) {

  /// What an answer holds. *Immutable.*
  ///
  /// @param bytes of the decoded body
  /// @param title of an HTML page, or null
  /// @param charset of an HTML page, by its standard name, or null
  /// @param links keys in document order, each once
  public record Contents(
      long bytes, @Nullable String title, @Nullable String charset, List<String> links) {
    /// Copies the list.
    public Contents {
      links = List.copyOf(links);
    }
  }

  static Expected unfetched(Found found, RecordOutcome outcome, Reason reason) {
    return new Expected(
        found.key(), outcome, reason, 0, null, found.rank().depth(), referrer(found), null);
  }

  static Expected answered(Site site, Resource resource, Found found) {
    var outcome =
        switch (resource) {
          case Resource.Page _, Resource.Document _ -> RecordOutcome.OK;
          case Resource.Redirect _ -> RecordOutcome.REDIRECT;
          case Resource.Refusal _ -> RecordOutcome.HTTP_ERROR;
        };
    var target = resource instanceof Resource.Redirect(_, _, var place) ? site.key(place) : null;
    return new Expected(
        found.key(),
        outcome,
        null,
        resource.status(),
        target,
        found.rank().depth(),
        referrer(found),
        contents(resource));
  }

  private static @Nullable Contents contents(Resource resource) {
    long bytes = Bodies.of(resource).length;
    return switch (resource) {
      case Resource.Page page ->
          new Contents(bytes, page.title(), page.charset().standardName(), page.listed());
      case Resource.Document _ -> new Contents(bytes, null, null, List.of());
      case Resource.Redirect _, Resource.Refusal _ -> null;
    };
  }

  private static @Nullable String referrer(Found found) {
    return found.referrer().isEmpty() ? null : found.referrer();
  }
}
