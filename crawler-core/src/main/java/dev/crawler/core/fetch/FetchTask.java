package dev.crawler.core.fetch;

/// One request that the session wants made now. *Immutable.*
///
/// @param link what to ask for
/// @param purpose what the answer is for
/// @param attempt 1 for the first try
/// @param lastAttempt whether a failure of this one is final: the handler then writes its record
/// @param mayBePrivate whether a loopback, private or link-local address may be connected to
/// @param authorization value of the `Authorization` header for this origin, or empty
/// @param isNamed whether the user named this origin: credentials among the headers of the plan go
///   there and nowhere else
/// @param validators of the page as it was fetched earlier, to ask whether it has changed
public record FetchTask(
    Link link,
    Purpose purpose,
    int attempt,
    boolean lastAttempt,
    boolean mayBePrivate,
    String authorization,
    boolean isNamed,
    Validators validators) {

  /// A task that asks for the page whether it has changed or not.
  public FetchTask(
      Link link,
      Purpose purpose,
      int attempt,
      boolean lastAttempt,
      boolean mayBePrivate,
      String authorization,
      boolean isNamed) {
    this(
        link, purpose, attempt, lastAttempt, mayBePrivate, authorization, isNamed, Validators.NONE);
  }

  /// Whether the answer may be that nothing has changed.
  public boolean isConditional() {
    return !validators.isEmpty();
  }

  /// What the answer of a task is for.
  public enum Purpose {
    /// A page of the crawl: ends in exactly one record.
    PAGE,
    /// A robots.txt, or a redirect on the way to one: ends in rules, never in a record.
    ROBOTS,
    /// A sitemap, or a redirect on the way to one: ends in seeds, never in a record.
    SITEMAP
  }

  /// Shows the URL without its credentials.
  @Override
  public String toString() {
    return purpose + " " + link.url() + " (attempt " + attempt + ")";
  }
}
