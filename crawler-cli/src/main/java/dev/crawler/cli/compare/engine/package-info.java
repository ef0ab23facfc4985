/// The process of one engine in one round: it crawls as `crawl` would, tells its way on its
/// standard output, and measures itself. [EngineProcess] is the whole of it. What it knows of the
/// comparison comes through its standard input, an [Errand]; that is also what it hangs on.
@NullMarked
package dev.crawler.cli.compare.engine;

import org.jspecify.annotations.NullMarked;
