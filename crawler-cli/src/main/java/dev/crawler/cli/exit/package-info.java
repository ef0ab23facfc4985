/// How the process ends: the contract's exit codes, and the failures that carry one with the line
/// that a person reads. Everything else of the command line may depend on it, and it on nothing. A
/// command throws [CommandException]; only `Main` turns it into an end.
@NullMarked
package dev.crawler.cli.exit;

import org.jspecify.annotations.NullMarked;
