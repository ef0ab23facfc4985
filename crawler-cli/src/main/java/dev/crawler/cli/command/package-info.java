/// What a command is made of: its options, each with its names, its default and how its text is
/// read. Help, completion and documentation are read off these, so that nothing is written twice.
/// The commands themselves are in the package above.
@NullMarked
package dev.crawler.cli.command;

import org.jspecify.annotations.NullMarked;
