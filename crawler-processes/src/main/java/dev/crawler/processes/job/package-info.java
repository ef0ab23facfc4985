/// What a coordinator and the workers of a crawl tell each other: the job on its board, orders to
/// workers and their reports. A worker acts on orders alone, and each order it answers keeps its
/// lease alive. Orders may come twice or late; none does harm then.
@NullMarked
package dev.crawler.processes.job;

import org.jspecify.annotations.NullMarked;
