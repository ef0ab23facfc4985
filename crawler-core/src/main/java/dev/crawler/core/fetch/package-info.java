/// The vocabulary between the session, which decides, and those who carry out its tasks. A
/// [FetchTask] goes out, a [FetchResult] comes back from the network, an [Outcome] from the
/// handling of it. Failures are values of sealed types here, never exceptions.
@NullMarked
package dev.crawler.core.fetch;

import org.jspecify.annotations.NullMarked;
