/// Tests of the command line: each runs [Main] as a script would and looks at the two streams and
/// the exit code. Most use [CannedEngine], which needs no network. A few start a process, because
/// signals and closed pipes exist only there.
@NullMarked
package dev.crawler.cli;

import org.jspecify.annotations.NullMarked;
