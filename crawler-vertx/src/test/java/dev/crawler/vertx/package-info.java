/// Tests of the loop, and the contracts of engines and of fetchers. [LoopFetcher] puts the fetcher
/// on a loop for the latter. Nothing leaves the machine and no port is fixed.
@NullMarked
package dev.crawler.vertx;

import org.jspecify.annotations.NullMarked;
