/// The comparison as it runs: a [Race] starts the site, warms it, lets each engine crawl in turn
/// and in a JVM of its own, has each crawl judged, and makes the figures only when all were equal.
/// A [Spectator] sees it happen.
@NullMarked
package dev.crawler.cli.compare.race;

import org.jspecify.annotations.NullMarked;
