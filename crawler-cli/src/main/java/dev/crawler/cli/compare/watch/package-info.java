/// A race of engines, live in a browser, for `--watch`. The command tells a [RaceListener] how it
/// goes; [RaceWatch] is the one that shows it: it keeps the story so far and tells it, from its
/// beginning, to whoever opens its page. A winner is not named before the verdict.
@NullMarked
package dev.crawler.cli.compare.watch;

import org.jspecify.annotations.NullMarked;
