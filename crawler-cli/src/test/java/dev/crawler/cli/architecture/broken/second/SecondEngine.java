package dev.crawler.cli.architecture.broken.second;

/// An engine that is used by another one.
public final class SecondEngine {}
