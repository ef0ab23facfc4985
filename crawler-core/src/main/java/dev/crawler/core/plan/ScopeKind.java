package dev.crawler.core.plan;

/// Which discovered URLs belong to a crawl, relative to its seeds. Redirects are held to it too.
public enum ScopeKind {
  /// None: the seeds alone.
  PAGE,
  /// Those that begin with a seed up to its last slash.
  PREFIX,
  /// Those on the host of a seed, whatever the scheme.
  HOST,
  /// Those whose registrable domain is a seed's (public suffix list).
  DOMAIN,
  /// All.
  ANY
}
