/// How a coordinator leads the workers of a crawl: the roster of who they are and how it goes with
/// each, the conductor that releases levels and knows when nothing is left, and what makes one
/// output of the workers' parts.
@NullMarked
package dev.crawler.processes.coordinator;

import org.jspecify.annotations.NullMarked;
