package dev.crawler.core.engine;

import dev.crawler.core.session.Progress;

/// One process of those that crawl together. *Immutable.*
///
/// @param name the same for as long as it lives; one that takes the place of a lost one has another
/// @param alive until it is lost; one that ended because the crawl did was not lost
/// @param progress its own share; of a lost one what was last heard
public record WorkerProgress(String name, boolean alive, Progress progress) {}
