package dev.crawler.core.handle;

import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.record.PageRecord;
import org.jspecify.annotations.Nullable;

/// What a fetch came to. *Immutable.*
///
/// @param outcome what the session is told
/// @param page what the sink is given before that, or null when the task is not over or has no
///   record
record Handled(Outcome outcome, @Nullable PageRecord page) {}
