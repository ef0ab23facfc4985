/// Completion for interactive shells. The script is read off the options of all commands, so it
/// knows what the help knows. It is plain text: running it starts no JVM.
@NullMarked
package dev.crawler.cli.completion;

import org.jspecify.annotations.NullMarked;
