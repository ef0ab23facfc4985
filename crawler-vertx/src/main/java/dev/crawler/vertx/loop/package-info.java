/// Vert.x as one run has it: an event loop, a few worker threads, and nothing else. Each run has
/// its own, so that it can be closed with everything in it and runs side by side do not meet. Read
/// [EventLoop], which is all there is.
@NullMarked
package dev.crawler.vertx.loop;

import org.jspecify.annotations.NullMarked;
