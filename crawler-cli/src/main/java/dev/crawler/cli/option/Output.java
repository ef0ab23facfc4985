package dev.crawler.cli.option;

import dev.crawler.core.record.Sink;

/// Where the records of a crawl go.
///
/// @param sink takes them
/// @param name what a person calls it
public record Output(Sink sink, String name) {}
