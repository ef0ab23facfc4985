/// A race of engines, live in a browser, for `--watch`. [RaceWatch] is a spectator that keeps the
/// story so far and tells it, from its beginning, to whoever opens its page; [Audience] are several
/// spectators. A winner is not named before the verdict.
@NullMarked
package dev.crawler.cli.compare.watch;

import org.jspecify.annotations.NullMarked;
