/// Tests of the loop, and of the engine and its fetcher by the contracts of the kit. Nothing leaves
/// the machine and no port is fixed.
@NullMarked
package dev.crawler.vertx;

import org.jspecify.annotations.NullMarked;
