package dev.crawler.core.record;

import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Takes every answer that a crawl receives, with its [dev.crawler.core.fetch.Transcript]: that of
/// a robots.txt and of an attempt that is made again, too. Called by many threads at once, once for
/// each answer and before its record is written; a call may block, which holds the crawl back.
/// *Thread-safe.*
@FunctionalInterface
public interface Archive {
  /// Keeps nothing.
  Archive NONE = (_, _, _) -> {};

  /// Takes one answer. When it throws, the crawl ends: an archive with holes is none.
  ///
  /// @param sha256 of the body as it came, in hexadecimal, or null when nobody has computed it
  void write(FetchTask task, FetchResult.Response response, @Nullable String sha256)
      throws IOException;
}
