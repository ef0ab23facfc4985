/// What surrounds the loop of a worker: the lease that lets it act, the keeper of its shards, the
/// inbox of what others tell them, and the member that takes orders.
@NullMarked
package dev.crawler.processes.worker;

import org.jspecify.annotations.NullMarked;
