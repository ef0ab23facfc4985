package dev.crawler.cli.compare;

import java.nio.file.Path;
import java.util.Optional;

/// What becomes of a comparison, besides the text on standard output. *Immutable.*
///
/// @param json a file that takes the whole result
/// @param html a file that takes the page
/// @param isLive whether the race is shown while it runs
public record Showing(Optional<Path> json, Optional<Path> html, boolean isLive) {}
