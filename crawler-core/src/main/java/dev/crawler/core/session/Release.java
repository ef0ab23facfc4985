package dev.crawler.core.session;

import org.jspecify.annotations.Nullable;

/// Lets a level go in every shard of a crawl. *Immutable.*
///
/// @param level which one
/// @param lastKey URL keys behind this one are beyond `--max-pages`; null when none is, empty when
///   all are
public record Release(Level level, @Nullable String lastKey) {}
