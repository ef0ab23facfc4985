/// Processes that a comparison starts: the Java and the class path of this one, an argument list
/// without a shell, and a pipe to their standard input as their life-line, so that none of them
/// outlives the command, however that ends.
@NullMarked
package dev.crawler.cli.compare.jvm;

import org.jspecify.annotations.NullMarked;
