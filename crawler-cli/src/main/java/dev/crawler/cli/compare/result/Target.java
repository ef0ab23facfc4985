package dev.crawler.cli.compare.result;

import java.util.List;

/// What was crawled. *Immutable.*
public sealed interface Target {
  /// The embedded site: what it was asked is known from its own log.
  ///
  /// @param hosts in all
  /// @param pages of all hosts together
  /// @param options that make it, as words of the command line
  record EmbeddedSite(int hosts, int pages, List<String> options) implements Target {
    /// Copies the list.
    public EmbeddedSite {
      options = List.copyOf(options);
    }
  }

  /// URLs of somebody's site: what it was asked is known from what the engines say.
  ///
  /// @param seeds how many
  /// @param first of them, without credentials
  record GivenUrls(long seeds, String first) implements Target {}
}
