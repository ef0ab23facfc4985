/// Tests of the loop, and of the fetcher against servers that misbehave on purpose: the scripts
/// that `crawler-http` plays to its own, so that both give the same verdicts. Nothing leaves the
/// machine and no port is fixed.
@NullMarked
package dev.crawler.vertx;

import org.jspecify.annotations.NullMarked;
