/// Worker processes on this machine: how they are started, watched, replaced and ended. A pipe to
/// their standard input brings their settings and then stays open as their life-line; what they say
/// comes back by another. Nothing here knows what a worker does or how workers find each other.
@NullMarked
package dev.crawler.processes.launch;

import org.jspecify.annotations.NullMarked;
