/// The JSON form of a comparison, described in `docs/comparison-format.md`, and of what the JVM of
/// an engine tells while it crawls: one object a line. What is written for others is never read
/// here; what an engine's JVM writes is read by the command that started it.
@NullMarked
package dev.crawler.cli.compare.json;

import org.jspecify.annotations.NullMarked;
